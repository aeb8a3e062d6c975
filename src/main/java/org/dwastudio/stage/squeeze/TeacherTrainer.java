package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.Network;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.checkpoint.CheckpointContent;
import org.dwastudio.train.SmoothedCrossEntropy;
import org.dwastudio.train.TestAccuracy;
import org.dwastudio.train.batch.TrainingBatch;
import org.dwastudio.train.batch.TrainingBatches;
import org.dwastudio.train.optimizer.Optimizer;
import org.dwastudio.train.schedule.LearningRateSchedule;
import org.dwastudio.weights.StoredTensor;

/**
 * Training of a network on a dataset's training split: SGD with momentum and weight decay, a rate that changes from
 * epoch to epoch, random crops and flips, cross-entropy with the hard labels. Equal seeds give equal weights, also when
 * a training is interrupted and resumed.
 */
public final class TeacherTrainer {
    private static final String STAGE = "squeeze";

    private final TrainingTask task;
    private final TrainingBatches batches;
    private final LearningRateSchedule schedule;
    private final PrefetchPolicy prefetch = PrefetchPolicy.ofThisMachine();

    /**
     * Prepares a training.
     *
     * @param task the network comes with its own start weights
     * @throws IllegalArgumentException when there are too few images, or the batches are too small
     */
    public TeacherTrainer(TrainingTask task) {
        this.task = task;
        this.batches = task.batches();
        this.schedule = LearningRateSchedule.ofTeacher(task.config());
    }

    /**
     * Trains in place. Emits events for the start, every step, loss and accuracies of every epoch, and the end.
     * When the run is canceled, the weights stay as the last step left them, or, where the test split is too large to
     * be measured at once, become those of the last whole epoch.
     *
     * @param network fits the dataset; carries no gradients afterwards
     * @param from checkpoint to continue from; empty for the beginning
     * @param sink keeps a checkpoint at the start and after every epoch
     * @param manager parent of all tensors that are made on the way; none of them is left
     * @param control asked before every step
     * @throws TrainingDivergedException when the loss is no longer a number
     * @throws IOException when a checkpoint cannot be kept
     */
    public TrainingOutcome train(
            Network network,
            Optional<TrainingCheckpoint> from,
            CheckpointSink sink,
            NDManager manager,
            RunControl control,
            RunListener listener)
            throws IOException {
        try (NDManager own = manager.newSubManager()) {
            from.ifPresent(checkpoint -> CheckpointContent.restore(STAGE, () -> checkpoint.restore(network, own)));
            Optimizer optimizer = optimizer(network, from, own);
            return new Session(network, optimizer, sink, own, control, listener).train(from);
        } finally {
            network.trackGradients(false);
        }
    }

    private Optimizer optimizer(Network network, Optional<TrainingCheckpoint> from, NDManager own) {
        Optimizer optimizer = Optimizer.ofTeacher(task.config(), network.parameters(), own);
        from.ifPresent(checkpoint -> CheckpointContent.restore(
                STAGE, () -> optimizer.resume(checkpoint.velocities(), checkpoint.epochs() * batches.perEpoch())));
        return optimizer;
    }

    /** One training, from its start or a checkpoint to its end. */
    private final class Session {
        private final Network network;
        private final Optimizer optimizer;
        private final CheckpointSink sink;
        private final NDManager own;
        private final RunControl control;
        private final SqueezeReporter reporter;
        /** Images that epochs are compared on: the validation split if there is one, otherwise the test split. */
        private final ImageDataset choosing = task.dataset().forChoosing();

        private final TestAccuracy testAccuracy = new TestAccuracy(choosing, task.normalization());
        private final TrainingStep step;
        private final List<EpochScores> history = new ArrayList<>();
        private Optional<BestEpoch> best = Optional.empty();
        private Optional<TrainingCheckpoint> latest = Optional.empty();

        Session(
                Network network,
                Optimizer optimizer,
                CheckpointSink sink,
                NDManager own,
                RunControl control,
                RunListener listener) {
            this.network = network;
            this.optimizer = optimizer;
            this.sink = sink;
            this.own = own;
            this.control = control;
            this.reporter = new SqueezeReporter(listener, task.config().epochs(), batches.perEpoch());
            SmoothedCrossEntropy loss = new SmoothedCrossEntropy(task.config().labelSmoothing());
            this.step = new TrainingStep(network, task.normalization(), loss, optimizer, own);
        }

        TrainingOutcome train(Optional<TrainingCheckpoint> from) throws IOException {
            from.ifPresent(this::remember);
            reporter.started(task.dataset().classNames(), history);
            if (from.isEmpty()) {
                sink.keep(TrainingCheckpoint.of(network, optimizer, history, Optional.empty()));
            }
            for (int epoch = history.size(); epoch < task.config().epochs(); epoch++) {
                network.trackGradients(true);
                EpochMetrics tally = new EpochMetrics();
                boolean whole = trainEpoch(epoch, tally);
                network.trackGradients(false);
                // Measured after a cancellation too: a kept teacher needs its accuracy.
                OptionalDouble accuracy = testAccuracy.of(
                        network, own, ProgressListener.NONE, new CancellationGracePeriod(control.token(), latest));
                if (accuracy.isEmpty()) {
                    latest.orElseThrow().restore(network, own);
                    return ended(lastScores().testAccuracy(), true);
                }
                if (!whole) {
                    return ended(accuracy.getAsDouble(), true);
                }
                reporter.tested(epoch, accuracy.getAsDouble());
                completed(new EpochScores(tally.loss(), tally.accuracy(), accuracy.getAsDouble()));
            }
            return ended(lastScores().testAccuracy(), false);
        }

        private void remember(TrainingCheckpoint checkpoint) {
            latest = Optional.of(checkpoint);
            history.addAll(checkpoint.history());
            best = checkpoint.better();
            if (best.isEmpty() && !history.isEmpty()) {
                best = Optional.of(new BestEpoch(history.size(), lastScores().testAccuracy(), checkpoint.state()));
            }
        }

        private void completed(EpochScores scores) throws IOException {
            history.add(scores);
            TrainingCheckpoint checkpoint =
                    TrainingCheckpoint.of(network, optimizer, history, betterThan(scores.testAccuracy()));
            if (checkpoint.better().isEmpty()) {
                best = Optional.of(new BestEpoch(history.size(), scores.testAccuracy(), checkpoint.state()));
            }
            latest = Optional.of(checkpoint);
            sink.keep(checkpoint);
        }

        private EpochScores lastScores() {
            return history.get(history.size() - 1);
        }

        private Optional<BestEpoch> betterThan(double accuracy) {
            return best.filter(epoch -> epoch.testAccuracy() > accuracy);
        }

        private TrainingOutcome ended(double accuracy, boolean cancelled) {
            reporter.finished(cancelled);
            return new TrainingOutcome(
                    history.size(),
                    measuredOnTest(accuracy),
                    cancelled,
                    betterThan(accuracy).map(this::measuredOnTest));
        }

        /** Returns the accuracy of the current weights on the test split. */
        private double measuredOnTest(double accuracy) {
            return choosing == task.dataset()
                    ? accuracy
                    : new TestAccuracy(task.dataset(), task.normalization())
                            .of(network, own, ProgressListener.NONE, () -> false)
                            .orElseThrow();
        }

        /** Returns the best epoch with its accuracy on the test split; the network keeps its own weights. */
        private BestEpoch measuredOnTest(BestEpoch epoch) {
            if (choosing == task.dataset()) {
                return epoch;
            }
            Map<String, StoredTensor> last = StoredTensor.copiesOf(network.state());
            TrainingCheckpoint.restore(epoch.state(), network, own);
            double accuracy = measuredOnTest(epoch.testAccuracy());
            TrainingCheckpoint.restore(last, network, own);
            return new BestEpoch(epoch.epochs(), accuracy, epoch.state());
        }

        /** Makes the steps of one epoch; false when the run was canceled before its end. */
        private boolean trainEpoch(int epoch, EpochMetrics tally) {
            SeedSequence seeds = task.seeds();
            try (OrderedPrefetch<Integer, TrainingBatch> left = batches.epoch(seeds, epoch, prefetch)) {
                for (int made = 0; left.hasNext(); made++) {
                    if (!control.proceed()) {
                        return false;
                    }
                    step.make(
                            left.next(),
                            schedule.rate(epoch),
                            seeds.generator(RandomPurpose.EPOCH_DROPOUT, epoch, made),
                            tally);
                    if (!Double.isFinite(tally.loss())) {
                        throw new TrainingDivergedException(epoch, tally.loss());
                    }
                    reporter.stepped(epoch);
                }
            }
            reporter.trained(epoch, tally.loss(), tally.accuracy());
            return true;
        }
    }
}
