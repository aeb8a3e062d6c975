package org.dwastudio.stage.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.file.LockFile;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.numpy.FloatMatrixFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final ImageDataset dataset = TinyWorld.dataset();
    private Teacher teacher;

    @BeforeEach
    void buildTeacher() {
        teacher = teacher(TinyWorld.NORMALIZATION);
    }

    @Test
    void everyRowHoldsTheFeaturesOfItsImage() throws IOException {
        Network network = teacher.network();
        NDArray all = network.features(TinyWorld.NORMALIZATION.toTensor(
                tensors.manager(), dataset.images(Split.TRAIN, 3, 14), DataType.FLOAT32));

        try (FloatMatrixFile features = features(teacher, ProgressListener.NONE)) {
            assertThat(features.rows()).isEqualTo(15);
            float[] expected = all.toFloatArray();
            float[] found = features.read(3, 14);
            assertThat(found).hasSameSizeAs(expected).isNotEmpty();
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(1e-5F));
            }
        }
    }

    @Test
    void featuresAreComputedOnce() throws IOException {
        features(teacher, ProgressListener.NONE).close();
        Path file = onlyFile();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        List<Long> seen = new ArrayList<>();

        features(teacher, (done, total) -> seen.add(done)).close();

        assertThat(seen).containsExactly(15L);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
    }

    @Test
    void aDamagedFileIsComputedAgain() throws IOException {
        features(teacher, ProgressListener.NONE).close();
        byte[] bytes = Files.readAllBytes(onlyFile());
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 1;
        Files.write(onlyFile(), damaged);

        features(teacher, ProgressListener.NONE).close();

        assertThat(onlyFile()).hasBinaryContent(bytes);
    }

    @Test
    void anotherNormalizationIsAnotherFile() throws IOException {
        features(teacher, ProgressListener.NONE).close();
        features(teacher(new Normalization(List.of(0.5), List.of(0.2))), ProgressListener.NONE)
                .close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aCanceledComputationStoresNothing() throws IOException {
        FeatureBatches computation = FeatureBatches.of(teacher, tensors.manager());

        assertThatThrownBy(() ->
                        new FeatureCache(folder).features(dataset, computation, ProgressListener.NONE, () -> true))
                .isInstanceOf(CancellationException.class);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aSecondProgramHasToWait() throws IOException {
        Path file = new FeatureCache(folder)
                .file(dataset, FeatureBatches.of(teacher, tensors.manager()).model());
        try (LockFile lock = LockFile.acquire(folder.resolve(file.getFileName() + ".lock"))) {
            assertThat(lock.name()).endsWith(".npy.lock");
            assertThatThrownBy(() -> features(teacher, ProgressListener.NONE))
                    .hasMessageContaining("being computed by another program (in this program)");
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private FloatMatrixFile features(Teacher by, ProgressListener progress) throws IOException {
        return new FeatureCache(folder)
                .features(dataset, FeatureBatches.of(by, tensors.manager()), progress, CancellationToken.NONE);
    }

    private Teacher teacher(Normalization normalization) {
        Network network = TinyWorld.teacher(tensors.manager(), DataType.FLOAT32);
        return new Teacher(
                network,
                new TeacherMetadata(
                        network.config(),
                        "tiny",
                        dataset.classNames(),
                        normalization.mean(),
                        normalization.std(),
                        0.9,
                        Map.of()));
    }
}
