package org.dwastudio.bench;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StepTimes;
import org.dwastudio.stage.squeeze.CheckpointSink;
import org.dwastudio.stage.squeeze.TeacherTrainer;
import org.dwastudio.stage.squeeze.TrainingTask;

/**
 * Benchmark of a teacher's training step in a squeeze with the published recipe: crops and flips made ahead, forward and
 * backward pass, SGD with momentum. The images are random.
 *
 * @param kind of the teacher
 * @param batch images of a step
 */
public record SqueezeBenchmark(NetworkConfig kind, int batch) {
    private static final int BATCHES = 40;
    private static final long SEED = 1;

    /**
     * Measures the steps of whole epochs, apart from the first one of each.
     *
     * @param seconds how long, the warm-up not counted
     * @throws IOException never: nothing is written
     */
    public StepTimes run(double seconds, NDManager manager) throws IOException {
        List<Double> half = Collections.nCopies(kind.channels(), 0.5);
        SqueezeConfig config = SqueezeConfig.paper()
                .withNetwork(new TrainedNetwork(kind.architecture(), kind.width(), kind.stem()))
                .withBatchSize(batch)
                .withEpochs((int) SqueezeConfig.EPOCHS.range().max());
        TrainingTask task = new TrainingTask(
                config, new RandomImages(kind).dataset(BATCHES * batch), new Normalization(half, half), SEED);
        RunControl control = new RunControl();
        TrainingStopwatch stopwatch = new TrainingStopwatch(control, seconds);
        try (NDManager scope = manager.newSubManager();
                Network network = new NetworkCatalog().build(kind, scope, DataType.FLOAT32, SEED)) {
            new TeacherTrainer(task)
                    .train(network, Optional.empty(), CheckpointSink.NONE, scope, control, new Steps(stopwatch));
        }
        return new StepTimes(stopwatch.milliseconds());
    }

    /** Listener to a training; the first step of an epoch does not count. */
    private static final class Steps implements RunListener {
        private final TrainingStopwatch stopwatch;
        private int epoch;

        Steps(TrainingStopwatch stopwatch) {
            this.stopwatch = stopwatch;
        }

        @Override
        public void onEvent(RunEvent event) {
            if (event instanceof RunEvent.Progress progress) {
                stopwatch.stepped(progress.iteration() == epoch);
                epoch = progress.iteration();
            }
        }
    }
}
