package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.train.TrainingFootprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what students that train at the same time share: folder, marks, memory, and a failure of one of them. */
class ParallelStudentsTest {
    private static final int SIZE = 16;
    private static final int CLASSES = 4;

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @TempDir
    private Path run;

    private final NetworkCatalog catalog = new NetworkCatalog();
    private final ImageDataset dataset =
            new InMemoryDataset("noise", List.of("a", "b", "c", "d"), images(11, 1), images(4, 2));

    @Test
    void aStudentThatDivergesEndsTheRunAndStoredResultsOfOthersStay() throws IOException {
        try (Network teacher = teacher()) {
            List<StudentResult> hard = run(config().withLabels(labels -> labels.withKinds(LabelKinds.HARD)), teacher);
            assertThat(hard).hasSize(3);
            for (NDArray weights : teacher.parameters().values()) {
                weights.muli(Float.NaN);
            }

            assertThatThrownBy(() -> run(config(), teacher))
                    .isInstanceOf(StageException.class)
                    .hasMessage("The student's loss was NaN at step 1 of 9 (distilled-soft-0). Please lower"
                            + " evaluation.learningRate (0.001) or choose another evaluation.loss.");

            assertThat(folder(config()).kept(evaluation(config()).tasks()).values())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyInAnyOrderElementsOf(hard);
        }
    }

    @Test
    void theNumberIsNotPartOfWhatDeterminesTheResults() throws IOException {
        EvaluationConfig given = config().withParallelStudents(OptionalInt.of(3));
        EvaluationConfig measured = config().withParallelStudents(OptionalInt.empty());

        assertThat(folder(given).path()).isEqualTo(folder(measured).path());
        assertThat(RealStudents.of(evaluation(given), "teacher"))
                .isEqualTo(RealStudents.of(evaluation(measured), "teacher"));
    }

    @Test
    void marksOfVersionsWithoutTheSettingAreFound() {
        EvaluationConfig recipe = EvaluationConfig.tinyImageNet().withParallelStudents(OptionalInt.of(2));

        assertThat(RealStudents.of(evaluation(recipe), "teacher").digits()).isEqualTo("5dd1d568");
    }

    @Test
    void everyStudentNeedsItsMemoryAndAllShareTheTeacher() {
        try (Network network = teacher()) {
            StudentMemory one = new StudentMemory(
                    config(),
                    TrainingFootprint.of(network, tensors.manager()),
                    PassFootprint.of(network, tensors.manager()),
                    false,
                    1);
            long teacher = PassFootprint.of(network, tensors.manager()).weightBytes();

            assertThat(one.atOnce(3).bytes(4) - teacher).isEqualTo(3 * (one.bytes(4) - teacher));
            long checkpoints = one.diskBytes(6) - 5 * (one.diskBytes(2) - one.diskBytes(1)) - one.diskBytes(1);
            assertThat(checkpoints).isZero();
            assertThat(one.atOnce(2).diskBytes(6) - one.diskBytes(6))
                    .isEqualTo(one.diskBytes(6) - 6 * (one.diskBytes(2) - one.diskBytes(1)));
            assertThat(one.atOnce(2).diskBytes(1)).isEqualTo(one.diskBytes(1));
        }
    }

    private List<StudentResult> run(EvaluationConfig config, Network teacher) throws IOException {
        StudentTrainer trainer =
                new StudentTrainer(config, teacher, dataset.normalization(), catalog, 3, Optional.empty());
        return evaluation(config)
                .run(
                        trainer,
                        3,
                        folder(config),
                        new CheckpointPace(Duration.ofHours(1), () -> 0),
                        tensors.manager(),
                        new RunControl(),
                        event -> {});
    }

    private EvaluationFolder folder(EvaluationConfig config) throws IOException {
        Experiment experiment = SynthesisPresets.demonstration().withEvaluation(config);
        return new EvaluationFolder(run, experiment, "0123");
    }

    private Evaluation evaluation(EvaluationConfig config) {
        return new Evaluation(config, new ComparedSets(dataset, images(8, 3), 3), 3, Optional.empty());
    }

    private Network teacher() {
        Network teacher = catalog.build(
                new NetworkConfig("convnet3", 8, NetworkConfig.Stem.SMALL, 3, CLASSES, SIZE),
                tensors.manager(),
                DataType.FLOAT32,
                5);
        teacher.trackGradients(false);
        return teacher;
    }

    private static EvaluationConfig config() {
        return EvaluationConfig.modern()
                .withNetwork(new TrainedNetwork("convnet3", 8, NetworkConfig.Stem.SMALL))
                .withStudents(1)
                .withEpochs(9)
                .withBatchSize(8)
                .withMeasuring(new Measuring(0.9, 3));
    }

    private static LabeledImages images(int count, long seed) {
        byte[] pixels = new byte[count * SIZE * SIZE * 3];
        new Random(seed).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASSES);
        }
        return new LabeledImages(new ImageBatch(count, SIZE, SIZE, 3, pixels), labels);
    }
}
