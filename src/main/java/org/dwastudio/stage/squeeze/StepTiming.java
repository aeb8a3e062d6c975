package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.train.SmoothedCrossEntropy;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.train.batch.TrainingBatch;
import org.dwastudio.train.batch.TrainingBatches;
import org.dwastudio.train.optimizer.Optimizer;

/** Timing of a few small training steps on real images, from which the duration of a training is estimated. */
public final class StepTiming {
    private static final double LONGEST_STEP = 0.4;
    private static final int SMALLEST_BATCH = 2;
    // A rate of 0 leaves the weights: steps at a high one could end in infinities, which are slow.
    private static final double NO_RATE = 0;

    private final TrainingTask task;
    private final TrainingBatches batches;
    private final Network network;
    private final NDManager manager;
    private final WarmStopwatch watch = new WarmStopwatch();

    /**
     * Prepares a measurement.
     *
     * @param network fresh; its running statistics change
     * @param manager parent of all tensors that are made on the way; none of them is left
     * @throws IllegalArgumentException when there are too few images, or the batches are too small
     */
    public StepTiming(TrainingTask task, Network network, NDManager manager) {
        this.task = task;
        this.batches = task.batches();
        this.network = network;
        this.manager = manager;
    }

    /** Steps of the whole training. */
    public long steps() {
        return (long) task.config().epochs() * batches.perEpoch();
    }

    /** Images of a whole step. */
    public int batchSize() {
        return Math.min(task.config().batchSize(), task.dataset().trainCount());
    }

    /**
     * Returns the seconds of a step, and of its share in measuring the network after every epoch. Takes about two seconds
     * for any batch size: large batches are estimated from smaller ones.
     */
    public double secondsPerStep() {
        try (NDManager own = manager.newSubManager()) {
            Optimizer optimizer = Optimizer.ofTeacher(task.config(), network.parameters(), own);
            SmoothedCrossEntropy loss = new SmoothedCrossEntropy(task.config().labelSmoothing());
            TrainingStep step = new TrainingStep(network, task.normalization(), loss, optimizer, own);
            network.trackGradients(true);
            double small = seconds(step, SMALLEST_BATCH);
            int size = affordable(small / SMALLEST_BATCH);
            double training = (size == SMALLEST_BATCH ? small : seconds(step, size)) / size;
            double making = watch.seconds(() -> batches.first(size, task.seeds(), 0)) / size;
            double perImage =
                    Math.max(training, making / PrefetchPolicy.ofThisMachine().threads());
            return perImage * batchSize() + testing(own);
        } finally {
            network.trackGradients(false);
        }
    }

    private double seconds(TrainingStep step, int size) {
        TrainingBatch batch = batches.first(size, task.seeds(), 0);
        return watch.seconds(() -> step.make(
                batch, NO_RATE, task.seeds().generator(RandomPurpose.EPOCH_DROPOUT, 0, 0), new EpochMetrics()));
    }

    private int affordable(double secondsPerImage) {
        return (int) Math.max(SMALLEST_BATCH, Math.min(batchSize(), LONGEST_STEP / secondsPerImage));
    }

    /** A step's share of the time that measuring the network takes. */
    private double testing(NDManager own) {
        network.trackGradients(false);
        ImageBatch batch = new TestSetEvaluator(task.dataset(), task.normalization()).firstImages();
        double seconds = watch.seconds(() -> {
            try (NDManager scope = own.newSubManager()) {
                NDArray images = task.normalization().toTensor(scope, batch, network.dataType());
                network.logits(images).toFloatArray();
            }
        });
        return seconds / batch.count() * task.dataset().testCount() / batches.perEpoch();
    }
}
