package org.dwastudio.pipeline.squeeze;

import ai.djl.ndarray.NDManager;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.data.Augmentation;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.Network;
import org.dwastudio.pipeline.RunControl;

/**
 * Trains a network on a dataset's training split: SGD with momentum and weight decay, a cosine from epoch to epoch,
 * random crops and flips, cross-entropy with the hard labels. Equal seeds give equal weights.
 */
public final class TeacherTrainer {
    private final SqueezeConfig config;
    private final Normalization normalization;
    private final long seed;
    private final TrainingBatches batches;
    private final CosineAnnealing schedule;

    /**
     * Prepares a training.
     *
     * @param normalization what the images go through on their way into the network
     * @param seed decides order, crops and flips; the network comes with its own start weights
     * @throws IllegalArgumentException when there are too few images, or the batches are too small
     */
    public TeacherTrainer(SqueezeConfig config, ImageDataset dataset, Normalization normalization, long seed) {
        this.config = config;
        this.normalization = normalization;
        this.seed = seed;
        this.batches = new TrainingBatches(
                dataset, config.batchSize(), new Augmentation(config.cropPadding(), config.horizontalFlip()));
        this.schedule = new CosineAnnealing(config.learningRate(), config.epochs());
    }

    /**
     * Trains in place. Tells the listener about the start, every step, loss and accuracies of every epoch, and the end.
     * When the run is cancelled, the weights stay as the last step left them.
     *
     * @param network fits the dataset; carries no gradients afterwards
     * @param manager parent of all tensors that are made on the way; none of them is left
     * @param control asked before every step
     * @throws TrainingDivergedException when the loss is no longer a number
     */
    public TrainingOutcome train(Network network, NDManager manager, RunControl control, RunListener listener) {
        SqueezeReporter reporter = new SqueezeReporter(listener, config.epochs(), batches.perEpoch());
        TestAccuracy testAccuracy = new TestAccuracy(batches.dataset(), normalization);
        RandomGenerator random = new SplittableRandom(seed);
        reporter.started(batches.dataset().classNames());
        try (NDManager own = manager.newSubManager()) {
            StochasticGradientDescent optimizer = new StochasticGradientDescent(
                    network.parameters().values(), own, config.momentum(), config.weightDecay());
            TrainingStep step = new TrainingStep(network, normalization, optimizer, own);
            double accuracy = 0;
            for (int epoch = 0; epoch < config.epochs(); epoch++) {
                network.trackGradients(true);
                boolean whole = trainEpoch(epoch, step, batches.epoch(random).iterator(), control, reporter);
                network.trackGradients(false);
                // Measured after a cancellation too: what is kept must say how good it is.
                accuracy = testAccuracy.of(network, own);
                if (!whole) {
                    reporter.finished(true);
                    return new TrainingOutcome(epoch, accuracy, true);
                }
                reporter.measured(Metric.TEST_ACCURACY, epoch, accuracy);
            }
            reporter.finished(false);
            return new TrainingOutcome(config.epochs(), accuracy, false);
        } finally {
            network.trackGradients(false);
        }
    }

    /** Makes the steps of one epoch; false when the run was cancelled before its end. */
    private boolean trainEpoch(
            int epoch, TrainingStep step, Iterator<TrainingBatch> left, RunControl control, SqueezeReporter reporter) {
        EpochTally tally = new EpochTally();
        while (left.hasNext()) {
            if (!control.proceed()) {
                return false;
            }
            step.make(left.next(), schedule.rate(epoch), tally);
            if (!Double.isFinite(tally.loss())) {
                throw new TrainingDivergedException(epoch, tally.loss());
            }
            reporter.stepped(epoch);
        }
        reporter.measured(Metric.TRAINING_LOSS, epoch, tally.loss());
        reporter.measured(Metric.TRAINING_ACCURACY, epoch, tally.accuracy());
        return true;
    }
}
