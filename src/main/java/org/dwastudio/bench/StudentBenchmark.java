package org.dwastudio.bench;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StepTimes;
import org.dwastudio.stage.evaluation.StudentCheckpoint;
import org.dwastudio.stage.evaluation.StudentCheckpoints;
import org.dwastudio.stage.evaluation.StudentTrainer;
import org.dwastudio.stage.evaluation.StudentWatcher;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;

/**
 * Benchmark of a student's training step in an evaluation with the modern recipe: augmentations and CutMix, the teacher's
 * answers where labels are soft, forward and backward pass, AdamW, averaged weights. Teacher and student are of one
 * kind, with fresh weights, and the images are random.
 *
 * @param kind of both networks
 * @param batch images of a step
 */
public record StudentBenchmark(NetworkConfig kind, int batch) {
    private static final int ROUNDS = 3;
    private static final int BATCHES = 4;
    private static final long SEED = 1;

    /**
     * Measures both kinds of labels, alternating.
     *
     * @param seconds how long in all, the warm-ups not counted
     * @throws IOException never: nothing is written
     */
    public Map<LabelType, StepTimes> run(double seconds, NDManager manager) throws IOException {
        InMemoryDataset images = new RandomImages(kind).dataset(BATCHES * batch);
        NetworkCatalog catalog = new NetworkCatalog();
        Map<LabelType, List<Double>> milliseconds = new EnumMap<>(LabelType.class);
        try (NDManager scope = manager.newSubManager();
                Network teacher = catalog.build(kind, scope, DataType.FLOAT32, SEED)) {
            List<Double> half = Collections.nCopies(kind.channels(), 0.5);
            StudentTrainer trainer = new StudentTrainer(
                    EvaluationConfig.modern()
                            .withNetwork(new TrainedNetwork(kind.architecture(), kind.width(), kind.stem()))
                            .withBatchSize(batch),
                    teacher,
                    new Normalization(half, half),
                    catalog,
                    SEED,
                    Optional.empty());
            for (int round = 0; round < ROUNDS; round++) {
                for (LabelType labels : LabelType.values()) {
                    milliseconds
                            .computeIfAbsent(labels, key -> new ArrayList<>())
                            .addAll(timed(
                                    trainer, labels, images, seconds / ROUNDS / LabelType.values().length, scope));
                }
            }
        }
        Map<LabelType, StepTimes> times = new EnumMap<>(LabelType.class);
        milliseconds.forEach((labels, values) -> times.put(labels, new StepTimes(values)));
        return times;
    }

    private static List<Double> timed(
            StudentTrainer trainer, LabelType labels, InMemoryDataset images, double seconds, NDManager manager)
            throws IOException {
        RunControl control = new RunControl();
        TrainingStopwatch stopwatch = new TrainingStopwatch(control, seconds);
        trainer.train(
                new StudentTask(TrainingSet.DISTILLED, labels, 0),
                images,
                Integer.MAX_VALUE,
                manager,
                control,
                new NoCheckpoints(),
                new Steps(stopwatch));
        return stopwatch.milliseconds();
    }

    /** Watcher of a training every step of which is measured. */
    private record Steps(TrainingStopwatch stopwatch) implements StudentWatcher {
        @Override
        public void stepped(int steps) {
            stopwatch.stepped(true);
        }

        @Override
        public void measured(int steps, double accuracy, double loss) {
            throw new IllegalStateException("the training is stopped before it is measured");
        }
    }

    private static final class NoCheckpoints implements StudentCheckpoints {
        @Override
        public Optional<StudentCheckpoint> newest(StudentTask task) {
            return Optional.empty();
        }

        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public void keep(Map<StudentTask, Supplier<StudentCheckpoint>> checkpoints) {
            // The student is thrown away.
        }
    }
}
