package org.dwastudio.stage.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.stage.RunControl;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.train.TestAccuracy;
import org.dwastudio.train.optimizer.Stripes;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherTrainingTest {
    private static final SqueezeConfig CONFIG = SqueezeConfig.paper()
            .withNetwork(network -> network.withWidth(8))
            .withEpochs(2)
            .withBatchSize(16)
            .withOptimizer(optimizer -> optimizer.withLearningRate(0.05))
            .withAugmentation(augmentation -> augmentation.withCropPadding(1));

    @TempDir
    private Path folder;

    @Test
    void theTeachersFileStatesAllThatIsNeededToUseIt() throws IOException {
        ImageDataset dataset = Stripes.dataset(32, 20);
        Normalization normalization = NormalizationEstimator.estimate(dataset);
        NetworkCatalog catalog = new NetworkCatalog();
        try (NDManager manager = TorchEngine.load().newManager()) {
            TrainedTeacher squeezed = new TeacherTraining(catalog)
                    .run(
                            new TrainingTask(CONFIG, dataset, normalization, 5),
                            Optional.empty(),
                            CheckpointSink.NONE,
                            manager,
                            new RunControl(),
                            event -> {});
            squeezed.writeLast(folder.resolve("teacher.safetensors"));
            Teacher teacher = Teacher.read(folder.resolve("teacher.safetensors"), catalog, manager, DataType.FLOAT32);

            TeacherMetadata metadata = teacher.metadata();
            assertThat(metadata.network())
                    .isEqualTo(new NetworkConfig("resnet18", 8, NetworkConfig.Stem.SMALL, 1, 2, Stripes.SIZE));
            assertThat(metadata.dataset()).isEqualTo("stripes");
            assertThat(metadata.classNames()).containsExactly("rows", "columns");
            assertThat(metadata.mean()).isEqualTo(normalization.mean());
            assertThat(metadata.std()).isEqualTo(normalization.std());
            assertThat(metadata.extra())
                    .containsEntry("datasetFingerprint", dataset.fingerprint())
                    .containsEntry("seed", "5")
                    .containsEntry("epochs", "2")
                    .containsEntry("epoch", "2")
                    .containsEntry("labelSmoothing", "0.0")
                    .doesNotContainKey("stopped");
            assertThat(metadata.testAccuracy())
                    .isEqualTo(squeezed.outcome().testAccuracy())
                    .isEqualTo(new TestAccuracy(dataset, normalization).of(teacher.network(), manager));
        }
    }

    @Test
    void aTrainingStartsFromTheGivenWeightsAndRandomOnesOfTheLastLayer() throws IOException {
        ImageDataset dataset = Stripes.dataset(32, 20);
        NetworkCatalog catalog = new NetworkCatalog();
        try (NDManager manager = TorchEngine.load().newManager()) {
            TrainingTask random = new TrainingTask(CONFIG, dataset, NormalizationEstimator.estimate(dataset), 5);
            Map<String, StoredTensor> given =
                    StoredTensor.copiesOf(catalog.build(random.network(), manager, DataType.FLOAT32, 77)
                            .state());
            Map<String, StoredTensor> drawn =
                    StoredTensor.copiesOf(catalog.build(random.network(), manager, DataType.FLOAT32, 5)
                            .state());
            Map<String, StoredTensor> body = new LinkedHashMap<>(given);
            body.keySet().removeAll(List.of("fc.weight", "fc.bias"));
            TrainingTask task = new TrainingTask(
                    CONFIG,
                    dataset,
                    random.normalization(),
                    5,
                    Optional.of(new StartWeights(body, random.normalization(), true)));
            List<TrainingCheckpoint> kept = new ArrayList<>();

            new TeacherTraining(catalog)
                    .run(task, Optional.empty(), kept::add, manager, new RunControl(), event -> {})
                    .teacher()
                    .close();

            Map<String, StoredTensor> first = kept.get(0).state();
            assertThat(first.get("layer2.0.conv1.weight").data())
                    .isEqualTo(given.get("layer2.0.conv1.weight").data())
                    .isNotEqualTo(drawn.get("layer2.0.conv1.weight").data());
            assertThat(first.get("fc.weight").data())
                    .isEqualTo(drawn.get("fc.weight").data());
        }
    }

    @Test
    void aClassWithoutTrainingImagesIsRefusedByName() {
        LabeledImages rows = images(4, 0);
        ImageDataset dataset = new InMemoryDataset("half", List.of("rows", "columns"), rows, images(2, 1));

        assertThatThrownBy(() -> new TeacherTraining(new NetworkCatalog())
                        .run(
                                new TrainingTask(CONFIG, dataset, NormalizationEstimator.estimate(dataset), 5),
                                Optional.empty(),
                                CheckpointSink.NONE,
                                TorchEngine.load().newManager(),
                                new RunControl(),
                                event -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The class 'columns' of half has no training image");
    }

    private static LabeledImages images(int count, int label) {
        byte[] labels = new byte[count];
        Arrays.fill(labels, (byte) label);
        return new LabeledImages(new ImageBatch(count, 8, 8, 1, new byte[count * 64]), labels);
    }
}
