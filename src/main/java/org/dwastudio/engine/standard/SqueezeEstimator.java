package org.dwastudio.engine.standard;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.session.DeviceMemory;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.squeeze.StepTiming;
import org.dwastudio.stage.squeeze.TrainingMemory;
import org.dwastudio.stage.squeeze.TrainingTask;

/** What a squeeze would take: measured where that is quick, reckoned where not. */
final class SqueezeEstimator {
    private final EngineSession session;
    private final Experiment experiment;
    private final DeviceMemory memory = new DeviceMemory();

    SqueezeEstimator(EngineSession session, Experiment experiment) {
        this.session = session;
        this.experiment = experiment;
    }

    /**
     * Measures on the engine thread, for a few seconds.
     *
     * @throws IOException when the dataset cannot be read, in words
     * @throws IllegalArgumentException when the experiment cannot be trained, in words
     */
    StageEstimate measure() throws IOException {
        TrainingTask task = SqueezeTasks.of(session, experiment);
        NDManager manager = session.manager();
        long held = manager.getDevice().isGpu() ? 0 : memory.held();
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
            OptionalLong available = memory.available(manager.getDevice());
            return new StageEstimate(
                    timing.steps(),
                    timing.secondsPerStep(),
                    held + needed.bytes(timing.batchSize()),
                    needed.diskBytes(),
                    available,
                    fitting(needed, held, timing.batchSize(), available));
        }
    }

    private static OptionalInt fitting(TrainingMemory needed, long held, int batchSize, OptionalLong available) {
        if (available.isEmpty() || held + needed.bytes(batchSize) <= available.getAsLong()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(needed.largestBatch(available.getAsLong() - held));
    }
}
