package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.dwastudio.nn.Network;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.train.TrainingFootprint;

/**
 * Estimator of the time, memory and disk space of a squeeze. Step times are measured; memory and disk space are
 * computed.
 *
 * @param task the training
 */
record SqueezeEstimator(StageServices services, TrainingTask task) {
    private static final int SMALLEST_BATCH = 2;

    /**
     * Measures on the engine thread, for a few seconds.
     *
     * @param epochs number of completed epochs
     * @throws IllegalArgumentException if the task cannot be trained
     */
    StageDemand demand(long epochs) {
        NDManager manager = services.manager();
        try (Network network = services.networks().build(task.network(), manager, DataType.FLOAT32, task.seed())) {
            TrainingMemory memory = new TrainingMemory(
                    TrainingFootprint.of(network, manager), !manager.getDevice().isGpu());
            StepTiming timing = new StepTiming(task, network, manager);
            return new StageDemand(
                    timing.steps() / task.config().epochs() * (task.config().epochs() - epochs),
                    timing.secondsPerStep(),
                    timing.batchSize(),
                    SMALLEST_BATCH,
                    memory::bytes,
                    memory.diskBytes());
        }
    }
}
