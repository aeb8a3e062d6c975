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
    void theSameSeedGivesTheSamePictures() {
        PaddedCrop augmentation = new PaddedCrop(2, true);
        ImageBatch pictures = numbered(20, 3);

        byte[] first = augmentation.apply(pictures, new Random(7)).bytes();

        assertThat(augmentation.apply(pictures, new Random(7)).bytes()).isEqualTo(first);
        assertThat(augmentation.apply(pictures, new Random(8)).bytes()).isNotEqualTo(first);
    }

    @Test
    void switchedOffItChangesNothing() {
        ImageBatch pictures = numbered(3, 3);

        assertThat(new PaddedCrop(0, false).apply(pictures, new Random(1)).bytes())
                .isEqualTo(pictures.bytes());
    }

    @Test
    void aFlipMirrorsAboutHalfOfThePicturesAndKeepsChannelsTogether() {
        ImageBatch pictures = numbered(400, 3);
        ImageBatch flipped = new PaddedCrop(0, true).apply(pictures, new Random(3));

        int mirrored = 0;
        for (int picture = 0; picture < 400; picture++) {
            boolean mirror = flipped.at(picture, 0, 0, 0) != pictures.at(picture, 0, 0, 0);
            mirrored += mirror ? 1 : 0;
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    int from = mirror ? SIZE - 1 - x : x;
                    for (int c = 0; c < 3; c++) {
                        assertThat(flipped.at(picture, y, x, c)).isEqualTo(pictures.at(picture, y, from, c));
                    }
                }
            }
        }
        assertThat(mirrored).isBetween(160, 240);
    }

    @Test
    void aCropShiftsThePictureAndFillsWithBlack() {
        ImageBatch pictures = numbered(400, 1);
        ImageBatch cropped = new PaddedCrop(2, false).apply(pictures, new Random(5));

        Set<String> shifts = new HashSet<>();
        for (int picture = 0; picture < 400; picture++) {
            int centre = cropped.at(picture, 2, 2, 0) - 1;
            int dy = centre / SIZE - 2;
            int dx = centre % SIZE - 2;
            shifts.add(dy + "," + dx);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    boolean inside = y + dy >= 0 && y + dy < SIZE && x + dx >= 0 && x + dx < SIZE;
                    int expected = inside ? pictures.at(picture, y + dy, x + dx, 0) : 0;
                    assertThat(cropped.at(picture, y, x, 0)).isEqualTo(expected);
                }
            }
        }
        assertThat(shifts)
                .as("every shift of −2 to 2 in both directions comes up")
                .hasSize(25);
    }

    @Test
    void aPaddingWiderThanThePictureIsAllowed() {
        ImageBatch cropped = new PaddedCrop(9, true).apply(numbered(50, 1), new Random(2));

        assertThat(cropped.count()).isEqualTo(50);
        assertThat(cropped.bytes()).contains(0);
    }

    @Test
    void aNegativePaddingIsRefused() {
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
