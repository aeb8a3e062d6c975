package org.dwastudio.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizationTest {
    private static final Normalization COLOR =
            new Normalization(List.of(0.5071, 0.4867, 0.4408), List.of(0.2675, 0.2565, 0.2761));

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void everyPixelValueSurvivesTheRoundTrip(DataType type) {
        ImageBatch images = everyValueInEveryChannel();
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray tensor = COLOR.toTensor(manager, images, type);

            assertThat(tensor.getShape()).isEqualTo(new Shape(2, 3, 16, 16));
            assertThat(tensor.getDataType()).isEqualTo(type);
            assertThat(COLOR.toImages(tensor).bytes()).isEqualTo(images.bytes());
        }
    }

    @Test
    void tensorsAreOrderedByChannelThenRow() {
        ImageBatch image = new ImageBatch(1, 1, 2, 3, new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255});
        Normalization plain = new Normalization(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray tensor = plain.toTensor(manager, image, DataType.FLOAT64);

            assertThat(tensor.toDoubleArray()).containsExactly(0, 153 / 255.0, 51 / 255.0, 204 / 255.0, 102 / 255.0, 1);
        }
    }

    @Test
    void boundsAreBlackAndWhite() {
        assertThat(COLOR.lowerBound(1)).isEqualTo(-0.4867 / 0.2565);
        assertThat(COLOR.upperBound(2)).isEqualTo((1 - 0.4408) / 0.2761);
    }

    @Test
    void whatIsTooDarkOrTooBrightIsClamped() {
        assertThat(COLOR.pixel(0, COLOR.lowerBound(0) - 1)).isZero();
        assertThat(COLOR.pixel(0, COLOR.upperBound(0) + 1)).isEqualTo(255);
    }

    @Test
    void valuesBetweenTwoPixelsGoToTheNearer() {
        Normalization plain = new Normalization(List.of(0.0), List.of(1.0));

        assertThat(plain.pixel(0, 100.4 / 255)).isEqualTo(100);
        assertThat(plain.pixel(0, 100.6 / 255)).isEqualTo(101);
    }

    @Test
    void meanAndDeviationComeFromTheTrainingSplitAlone() {
        LabeledImages train =
                new LabeledImages(new ImageBatch(2, 1, 1, 3, new byte[] {0, 10, 7, (byte) 255, 30, 7}), new byte[2]);
        LabeledImages test = new LabeledImages(new ImageBatch(1, 1, 1, 3, new byte[] {99, 99, 99}), new byte[1]);

        Normalization normalization =
                NormalizationEstimator.estimate(new InMemoryDataset("tiny", List.of("a"), train, test));

        assertThat(normalization.mean()).containsExactly(0.5, 20 / 255.0, 7 / 255.0);
        assertThat(normalization.std()).containsExactly(0.5, 10 / 255.0, 1.0);
    }

    @Test
    void theBundledDatasetHasFashionMnistsWellKnownMoments() throws IOException {
        Normalization normalization =
                NormalizationEstimator.estimate(new DatasetCatalog().load(new DatasetConfig(DatasetConfig.BUNDLED)));

        assertThat(normalization.mean().get(0)).isCloseTo(0.2860, within(0.002));
        assertThat(normalization.std().get(0)).isCloseTo(0.3530, within(0.002));
    }

    @Test
    void imagesWithOtherChannelsAreRejected() {
        try (NDManager manager = TorchEngine.load().newManager()) {
            ImageBatch gray = new ImageBatch(1, 1, 1, 1, new byte[1]);
            assertThatThrownBy(() -> COLOR.toTensor(manager, gray, DataType.FLOAT32))
                    .hasMessage("the images have 1 channels, the normalization 3");
        }
    }

    @Test
    void aDeviationOfZeroIsRejected() {
        assertThatThrownBy(() -> new Normalization(List.of(0.5), List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }

    private static ImageBatch everyValueInEveryChannel() {
        byte[] bytes = new byte[2 * 16 * 16 * 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i / 3 + 85 * (i % 3));
        }
        return new ImageBatch(2, 16, 16, 3, bytes);
    }
}
