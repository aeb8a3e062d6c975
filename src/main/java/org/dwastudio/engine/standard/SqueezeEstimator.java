package org.dwastudio.engine.standard;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.OptionalInt;
import org.dwastudio.config.Experiment;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.stage.MemoryBudget;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.squeeze.StepTiming;
import org.dwastudio.stage.squeeze.TrainingMemory;
import org.dwastudio.stage.squeeze.TrainingTask;

/**
 * Estimator of the time, memory and disk space of a squeeze. Step times are measured; memory and disk space are
 * estimated.
 */
final class SqueezeEstimator {
    private final StageServices session;
    private final Experiment experiment;

    SqueezeEstimator(StageServices session, Experiment experiment) {
        this.session = session;
        this.experiment = experiment;
    }

    /**
     * Measures on the engine thread, for a few seconds.
     *
     * @throws IOException if the dataset cannot be read
     * @throws IllegalArgumentException if the experiment cannot be trained
     */
    StageEstimate measure() throws IOException {
        TrainingTask task = SqueezeTasks.of(session, experiment);
        NDManager manager = session.manager();
        try (Network network = session.networks().build(task.network(), manager, DataType.FLOAT32, task.seed())) {
            PassFootprint footprint = PassFootprint.of(network, manager);
            long parameters = network.parameters().values().stream()
                    .mapToLong(NDArray::size)
                    .sum();
            TrainingMemory needed = new TrainingMemory(
                    footprint.weightBytes(),
                    parameters * DataType.FLOAT32.getNumOfBytes(),
                    footprint.activationBytes(),
                    task,
                    !manager.getDevice().isGpu());
            StepTiming timing = new StepTiming(task, network, manager);
            MemoryBudget memory = session.memory();
            return new StageEstimate(
                    timing.steps(),
                    timing.secondsPerStep(),
                    memory.total(needed.bytes(timing.batchSize())),
                    needed.diskBytes(),
                    memory.availableBytes(),
                    memory.fits(needed.bytes(timing.batchSize()))
                            ? OptionalInt.empty()
                            : OptionalInt.of(needed.largestBatch(memory.room())));
        }
    }
}
