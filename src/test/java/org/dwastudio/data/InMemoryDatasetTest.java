package org.dwastudio.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;

class InMemoryDatasetTest {

    @Test
    void imagesComeInTheOrderAskedFor() {
        ImageBatch images = dataset(1, 0, 1).images(Split.TRAIN, 2, 0, 2);

        assertThat(images.bytes()).containsExactly(30, 10, 30);
    }

    @Test
    void indicesOfAClassAreAscending() {
        assertThat(dataset(1, 0, 1).indicesOf(Split.TRAIN, 1)).containsExactly(0, 2);
        assertThat(dataset(1, 1, 1).indicesOf(Split.TRAIN, 0)).isEmpty();
    }

    @Test
    void labelsComeInTheOrderAskedFor() {
        assertThat(dataset(1, 0, 1).labels(Split.TRAIN, 1, 2)).containsExactly(0, 1);
    }

    @Test
    void aMissingImageIsRejected() {
        assertThatThrownBy(() -> dataset(1, 0, 1).images(Split.TRAIN, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theFingerprintFollowsLabelsAndPixelsOnly() {
        String fingerprint = dataset(1, 0, 1).fingerprint();

        assertThat(fingerprint).matches("[0-9a-f]{16}");
        assertThat(dataset(1, 0, 1).fingerprint()).isEqualTo(fingerprint);
        assertThat(dataset(1, 0, 0).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(named("other", images(10, 1, 0, 1)).fingerprint()).isEqualTo(fingerprint);
        assertThat(named("tiny", images(11, 1, 0, 1)).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void everyImageNeedsALabel() {
        assertThatThrownBy(() -> new LabeledImages(new ImageBatch(2, 1, 1, 1, new byte[2]), new byte[1]))
                .hasMessage("2 images, but 1 label");
    }

    private static ImageDataset dataset(int... labels) {
        return named("tiny", images(10, labels));
    }

    private static ImageDataset named(String name, LabeledImages train) {
        return new InMemoryDataset(name, List.of("a", "b"), train, images(50, 0));
    }

    /** Creates images of one pixel each: base, 2·base, 3·base … */
    private static LabeledImages images(int base, int... labels) {
        byte[] pixels = new byte[labels.length];
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            pixels[i] = (byte) (base * (i + 1));
            bytes[i] = (byte) labels[i];
        }
        return new LabeledImages(new ImageBatch(labels.length, 1, 1, 1, pixels), bytes);
    }
}
