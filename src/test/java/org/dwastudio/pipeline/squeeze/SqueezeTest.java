package org.dwastudio.pipeline.squeeze;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.network.NetworkCatalog;
import org.dwastudio.network.Teacher;
import org.dwastudio.network.TeacherMetadata;
import org.dwastudio.network.TorchEngine;
import org.dwastudio.pipeline.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqueezeTest {
    private static final SqueezeConfig CONFIG =
            SqueezeConfig.paper()
                    .withWidth(4)
                    .withEpochs(2)
                    .withBatchSize(16)
                    .withLearningRate(0.05)
                    .withCropPadding(1);

    @TempDir
    private Path folder;

    @Test
    void theTeachersFileTellsAllThatIsNeededToUseIt() throws IOException {
        ImageDataset dataset = Stripes.dataset(32, 20);
        Normalization normalization = Normalization.of(dataset);
        NetworkCatalog catalog = new NetworkCatalog();
        try (NDManager manager = TorchEngine.load().newManager()) {
            SqueezedTeacher squeezed =
                    new Squeeze(catalog).run(CONFIG, dataset, 5, manager, new RunControl(), event -> {});
            squeezed.teacher().write(folder.resolve("teacher.safetensors"));
            Teacher teacher = Teacher.read(folder.resolve("teacher.safetensors"), catalog, manager, DataType.FLOAT32);

            TeacherMetadata metadata = teacher.metadata();
            assertThat(metadata.network())
                    .isEqualTo(new NetworkConfig("resnet18", 4, NetworkConfig.Stem.SMALL, 1, 2, Stripes.SIZE));
            assertThat(metadata.dataset()).isEqualTo("stripes");
            assertThat(metadata.classNames()).containsExactly("rows", "columns");
            assertThat(metadata.mean()).isEqualTo(normalization.mean());
            assertThat(metadata.std()).isEqualTo(normalization.std());
            assertThat(metadata.extra())
                    .containsEntry("datasetFingerprint", dataset.fingerprint())
                    .containsEntry("seed", "5")
                    .containsEntry("epochs", "2");
            assertThat(metadata.testAccuracy())
                    .isEqualTo(squeezed.outcome().testAccuracy())
                    .isEqualTo(new TestAccuracy(dataset, normalization).of(teacher.network(), manager));
        }
    }
}
