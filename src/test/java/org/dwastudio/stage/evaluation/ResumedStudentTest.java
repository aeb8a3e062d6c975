package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResumedStudentTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final int STEPS = 9;
    private static final StudentTask TASK = new StudentTask(TrainingSet.DISTILLED, LabelType.SOFT, 1);

    @TempDir
    private Path folder;

    private final NetworkCatalog catalog = new NetworkCatalog();
    private ImageDataset dataset;
    private Network teacher;

    @BeforeEach
    void open() throws IOException {
        Path pets = folder.resolve("pets");
        new DatasetFiles(pets).splitFolders();
        dataset = new DatasetCatalog().load(new DatasetConfig(pets.toString()));
        NetworkConfig kind = new NetworkConfig(
                "convnet3",
                8,
                NetworkConfig.Stem.SMALL,
                dataset.channels(),
                dataset.classNames().size(),
                dataset.imageSize());
        teacher = catalog.build(kind, tensors.manager(), DataType.FLOAT32, 5);
        teacher.trackGradients(false);
    }

    @AfterEach
    void close() {
        teacher.close();
    }

    /** Keeps every step, and continues from one of them. */
    private static final class Recorded implements StudentCheckpoints {
        private final Optional<StudentCheckpoint> start;
        private final List<StudentCheckpoint> kept = new ArrayList<>();

        Recorded(Optional<StudentCheckpoint> start) {
            this.start = start;
        }

        @Override
        public Optional<StudentCheckpoint> newest(StudentTask task) {
            return start;
        }

        @Override
        public boolean isDue() {
            return true;
        }

        @Override
        public void keep(Map<StudentTask, Supplier<StudentCheckpoint>> checkpoints) {
            kept.add(StudentCheckpoint.of(checkpoints.get(TASK).get().sealed()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goingOnFromEveryStepEndsInTheSameWeightsAndAccuraciesBitForBit(EvaluationOptimizer.Kind optimizer)
            throws IOException {
        Recorded whole = new Recorded(Optional.empty());
        StudentResult result = train(optimizer, whole);
        assertThat(whole.kept).extracting(StudentCheckpoint::steps).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);

        for (StudentCheckpoint checkpoint : whole.kept) {
            Recorded resumed = new Recorded(Optional.of(checkpoint));
            StudentResult again = train(optimizer, resumed);

            assertThat(again)
                    .usingRecursiveComparison()
                    .ignoringFields("seconds")
                    .isEqualTo(result);
            assertThat(resumed.kept)
                    .as("from step " + checkpoint.steps())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("nanoseconds")
                    .isEqualTo(whole.kept.subList(checkpoint.steps(), whole.kept.size()));
        }
    }

    @Test
    void aStoppedStudentIsKeptWhereItWas() throws IOException {
        StudentCheckpointFiles files = files();
        RunControl control = new RunControl();
        StudentWatcher stopping = stoppingAfter(4, control, new ArrayList<>());

        assertThat(trainer(EvaluationOptimizer.Kind.ADAM_W)
                        .train(TASK, dataset, STEPS, tensors.manager(), control, files, stopping))
                .isEmpty();

        assertThat(files.newest(TASK)).map(StudentCheckpoint::steps).contains(4);
        files.delete(TASK);
        assertThat(folder.resolve("checkpoints")).doesNotExist();
    }

    @Test
    void aStudentStoppedInItsTestResumesBeforeTheStepThatWasTested() throws IOException {
        Recorded whole = new Recorded(Optional.empty());
        StudentResult result = train(EvaluationOptimizer.Kind.ADAM_W, whole);
        Recorded stopped = new Recorded(Optional.empty());
        RunControl control = new RunControl();
        List<Integer> measured = new ArrayList<>();
        StudentWatcher stopping = stoppingAfter(6, control, measured);

        assertThat(trainer(EvaluationOptimizer.Kind.ADAM_W)
                        .train(TASK, dataset, STEPS, tensors.manager(), control, stopped, stopping))
                .isEmpty();
        assertThat(measured).containsExactly(3);
        assertThat(stopped.kept).extracting(StudentCheckpoint::steps).containsExactly(1, 2, 3, 4, 5);

        Recorded resumed = new Recorded(Optional.of(stopped.kept.get(4)));
        assertThat(train(EvaluationOptimizer.Kind.ADAM_W, resumed))
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(result);
    }

    @Test
    void aCutOrAlteredCheckpointIsPassedOverAndTheOneBeforeServes() throws IOException {
        StudentCheckpointFiles files = files();
        Recorded whole = new Recorded(Optional.empty());
        train(EvaluationOptimizer.Kind.SGD, whole);
        files.keep(Map.of(TASK, () -> whole.kept.get(2)));
        files.keep(Map.of(TASK, () -> whole.kept.get(5)));
        Path newest = folder.resolve("checkpoints/distilled-soft-1/step-000000006.safetensors");
        byte[] bytes = Files.readAllBytes(newest);

        bytes[bytes.length / 2] ^= 4;
        Files.write(newest, bytes);
        assertThat(files.newest(TASK)).map(StudentCheckpoint::steps).contains(3);

        Path before = folder.resolve("checkpoints/distilled-soft-1/step-000000003.safetensors");
        Files.write(before, Arrays.copyOf(Files.readAllBytes(before), 1000));
        assertThatThrownBy(() -> files.newest(TASK))
                .isInstanceOf(StageException.class)
                .hasMessageStartingWith("No checkpoint in " + before.getParent() + " can be used: ")
                .hasMessageContaining("its checksum does not fit its content")
                .hasMessageContaining("Please delete these files, so that the evaluation starts from the beginning");
    }

    @Test
    void aFolderThatVanishedIsNamedAndNotMadeAgain() throws IOException {
        Recorded whole = new Recorded(Optional.empty());
        StudentResult result = train(EvaluationOptimizer.Kind.SGD, whole);
        Path run = folder.resolve("run");
        EvaluationFolder evaluation = new EvaluationFolder(run, SynthesisPresets.demonstration(), "0123");
        StudentCheckpointFiles files =
                new StudentCheckpointFiles(evaluation.path(), new CheckpointPace(Duration.ZERO, () -> 0));

        assertThatThrownBy(() -> files.keep(Map.of(TASK, () -> whole.kept.get(2))))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining(evaluation.path() + ": vanished while it was being written to");
        assertThatThrownBy(() -> evaluation.keep(result))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining(evaluation.path() + ": vanished while it was being written to");
        assertThat(run).doesNotExist();
    }

    /** Cancels after a step, and notes the steps that were measured. */
    private static StudentWatcher stoppingAfter(int last, RunControl control, List<Integer> measured) {
        return new StudentWatcher() {
            @Override
            public void stepped(int steps) {
                if (steps == last) {
                    control.cancel();
                }
            }

            @Override
            public void measured(int steps, double accuracy, double loss) {
                measured.add(steps);
            }
        };
    }

    private StudentCheckpointFiles files() {
        return new StudentCheckpointFiles(folder, new CheckpointPace(Duration.ofHours(1), () -> 0));
    }

    private StudentResult train(EvaluationOptimizer.Kind optimizer, StudentCheckpoints checkpoints) throws IOException {
        StudentWatcher silent = new StudentWatcher() {
            @Override
            public void stepped(int steps) {}

            @Override
            public void measured(int steps, double accuracy, double loss) {}
        };
        return trainer(optimizer)
                .train(TASK, dataset, STEPS, tensors.manager(), new RunControl(), checkpoints, silent)
                .orElseThrow();
    }

    private StudentTrainer trainer(EvaluationOptimizer.Kind optimizer) {
        EvaluationConfig base =
                optimizer == EvaluationOptimizer.Kind.SGD ? EvaluationConfig.tinyImageNet() : EvaluationConfig.modern();
        EvaluationConfig config = base.withNetwork(new TrainedNetwork("convnet3", 8, NetworkConfig.Stem.SMALL));
        config = EvaluationConfig.EPOCHS.replacedIn(config, 9);
        config = EvaluationOptimizer.WARM_UP_EPOCHS.replacedIn(config, 1);
        config = Measuring.MEASUREMENTS.replacedIn(config, 3);
        config = EvaluationConfig.BATCH_SIZE.replacedIn(config, 4);
        return new StudentTrainer(
                config, teacher, NormalizationEstimator.estimate(dataset), catalog, 11, Optional.empty());
    }
}
