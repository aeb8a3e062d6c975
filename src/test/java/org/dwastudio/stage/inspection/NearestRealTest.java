package org.dwastudio.stage.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestRealTest {
    @TempDir
    private Path folder;

    private final ImageDataset dataset = TinyWorld.dataset();

    @Test
    void featuresAndPixelsAreComparedSeparately() throws IOException {
        // Image 3 with one pixel changed by 16 levels; its features are those of image 7.
        byte[] bytes = dataset.images(Split.TRAIN, 3).bytes();
        bytes[5] = (byte) ((bytes[5] & 0xFF) < 128 ? bytes[5] + 16 : bytes[5] - 16);
        ImageBatch image = new ImageBatch(1, TinyWorld.SIZE, TinyWorld.SIZE, 1, bytes);

        try (FloatMatrixFile features = angles()) {
            NearestReal found = NearestReal.of(
                    image, angle(7), dataset, new int[] {1, 3, 5, 7, 9, 11}, features, CancellationToken.NONE);

            assertThat(found.byFeatures()).extracting(Neighbor::id).containsExactly(7, 5, 9);
            assertThat(found.byFeatures().get(0).distance()).isCloseTo(0, within(1e-6));
            assertThat(found.byFeatures().get(1).distance()).isCloseTo(1 - Math.cos(0.248), within(1e-6));
            assertThat(found.byPixels()).extracting(Neighbor::id).containsExactly(3);
            assertThat(found.byPixels().get(0).distance()).isCloseTo(16.0 / TinyWorld.SIZE, within(1e-6));
        }
    }

    @Test
    void nothingIsNearestAmongNone() throws IOException {
        try (FloatMatrixFile features = angles()) {
            ImageBatch image = dataset.images(Split.TRAIN, 0);
            NearestReal found = NearestReal.of(image, angle(1), dataset, new int[0], features, CancellationToken.NONE);

            assertThat(found.byFeatures()).isEmpty();
            assertThat(found.byPixels()).isEmpty();
            assertThatThrownBy(() -> NearestReal.of(image, angle(1), dataset, new int[] {1}, features, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private FloatMatrixFile angles() throws IOException {
        Path file = folder.resolve("features.npy");
        FloatMatrixFile.write(file, dataset.trainCount(), 2, target -> {
            for (int image = 0; image < dataset.trainCount(); image++) {
                target.add(angle(image));
            }
        });
        return FloatMatrixFile.open(file);
    }

    /** Returns features that point into a direction of their own; no two pairs of directions have one distance. */
    private static float[] angle(int image) {
        double angle = 0.1 * image + 0.002 * image * image;
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
}
