package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;

class PaddedCropTest {
    private static final int SIZE = 5;

    @Test
    void theSameSeedGivesTheSameImages() {
        PaddedCrop augmentation = new PaddedCrop(2, true);
        ImageBatch images = numbered(20, 3);

        byte[] first = augmentation.apply(images, new Random(7)).bytes();

        assertThat(augmentation.apply(images, new Random(7)).bytes()).isEqualTo(first);
        assertThat(augmentation.apply(images, new Random(8)).bytes()).isNotEqualTo(first);
    }

    @Test
    void switchedOffItChangesNothing() {
        ImageBatch images = numbered(3, 3);

        assertThat(new PaddedCrop(0, false).apply(images, new Random(1)).bytes())
                .isEqualTo(images.bytes());
    }

    @Test
    void aFlipMirrorsAboutHalfOfTheImagesAndKeepsChannelsTogether() {
        ImageBatch images = numbered(400, 3);
        ImageBatch flipped = new PaddedCrop(0, true).apply(images, new Random(3));

        int mirrored = 0;
        for (int image = 0; image < 400; image++) {
            boolean mirror = flipped.at(image, 0, 0, 0) != images.at(image, 0, 0, 0);
            mirrored += mirror ? 1 : 0;
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    int from = mirror ? SIZE - 1 - x : x;
                    for (int c = 0; c < 3; c++) {
                        assertThat(flipped.at(image, y, x, c)).isEqualTo(images.at(image, y, from, c));
                    }
                }
            }
        }
        assertThat(mirrored).isBetween(160, 240);
    }

    @Test
    void aCropShiftsTheImageAndFillsWithBlack() {
        ImageBatch images = numbered(400, 1);
        ImageBatch cropped = new PaddedCrop(2, false).apply(images, new Random(5));

        Set<String> shifts = new HashSet<>();
        for (int image = 0; image < 400; image++) {
            int center = cropped.at(image, 2, 2, 0) - 1;
            int dy = center / SIZE - 2;
            int dx = center % SIZE - 2;
            shifts.add(dy + "," + dx);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    boolean inside = y + dy >= 0 && y + dy < SIZE && x + dx >= 0 && x + dx < SIZE;
                    int expected = inside ? images.at(image, y + dy, x + dx, 0) : 0;
                    assertThat(cropped.at(image, y, x, 0)).isEqualTo(expected);
                }
            }
        }
        assertThat(shifts)
                .as("every shift of −2 to 2 in both directions comes up")
                .hasSize(25);
    }

    @Test
    void aPaddingWiderThanTheImageIsAllowed() {
        ImageBatch cropped = new PaddedCrop(9, true).apply(numbered(50, 1), new Random(2));

        assertThat(cropped.count()).isEqualTo(50);
        assertThat(cropped.bytes()).contains(0);
    }

    @Test
    void aNegativePaddingIsRejected() {
        assertThatThrownBy(() -> new PaddedCrop(-1, true)).hasMessageContaining("0 or more");
    }

    /** Returns images whose pixels are all 1, 2, 3 … */
    private static ImageBatch numbered(int count, int channels) {
        int size = SIZE * SIZE * channels;
        byte[] bytes = new byte[count * size];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % size + 1);
        }
        return new ImageBatch(count, SIZE, SIZE, channels, bytes);
    }
}
