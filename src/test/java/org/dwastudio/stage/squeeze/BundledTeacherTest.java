package org.dwastudio.stage.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.train.TestAccuracy;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundledTeacherTest {
    private static final Path FILE = Path.of("assets/teachers/resnet18-w16-fashion-mnist.safetensors");

    private ImageDataset dataset;

    @BeforeEach
    void loadDataset() throws IOException {
        dataset = new DatasetCatalog().load(new DatasetConfig(DatasetConfig.BUNDLED));
    }

    @Test
    void itIsSmall() throws IOException {
        assertThat(Files.size(FILE)).isLessThan(4_000_000);
    }

    @Test
    void itsMetadataFitTheBundledDataset() throws IOException {
        TeacherMetadata metadata = TeacherMetadata.of(TensorFile.read(FILE));
        Normalization normalization = NormalizationEstimator.estimate(dataset);

        assertThat(metadata.network())
                .isEqualTo(new NetworkConfig("resnet18", 16, NetworkConfig.Stem.SMALL, 1, 10, 28));
        assertThat(metadata.dataset()).isEqualTo(dataset.name());
        assertThat(metadata.classNames()).isEqualTo(dataset.classNames());
        assertThat(metadata.mean()).isEqualTo(normalization.mean());
        assertThat(metadata.std()).isEqualTo(normalization.std());
        assertThat(metadata.extra()).containsEntry("datasetFingerprint", dataset.fingerprint());
    }

    @Test
    void itReachesTheAccuracyThatItsFileStates() throws IOException {
        try (NDManager manager = TorchEngine.load().newManager();
                Teacher teacher = Teacher.read(FILE, new NetworkCatalog(), manager, DataType.FLOAT32)) {
            TeacherMetadata metadata = teacher.metadata();
            Normalization normalization = new Normalization(metadata.mean(), metadata.std());

            double accuracy = new TestAccuracy(dataset, normalization).of(teacher.network(), manager);

            assertThat(accuracy).isGreaterThanOrEqualTo(0.9);
            // Another processor rounds differently: one image of 2,000 may change sides.
            assertThat(accuracy).isCloseTo(metadata.testAccuracy(), within(0.001));
        }
    }
}
