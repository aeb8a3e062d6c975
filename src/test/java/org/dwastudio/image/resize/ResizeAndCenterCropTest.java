package org.dwastudio.image.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers were printed by src/test/resources/data/images.py. */
class ResizeAndCenterCropTest {

    @ParameterizedTest
    @CsvSource({
        "37, 53, 3, 28, 76 129 164 127 145 157, 299623, 351769271",
        "200, 75, 1, 32, 127 107 134 134 141 119, 132592, 67995825",
        "20, 31, 3, 32, 180 233 62 204 126 54, 391398, 601559245",
        "64, 64, 3, 24, 114 136 145 146 124 140, 220428, 190401216",
        "33, 28, 1, 28, 202 241 24 63 102 141, 102372, 40213636"
    })
    void everyPixelIsThatOfTorchvisionsResizeAndCenterCrop(
            int height, int width, int channels, int size, String first, long sum, long weightedSum) {
        ImageBatch square = new ResizeAndCenterCrop(size).of(pattern(height, width, channels));

        int[] values = IntStream.range(0, square.bytes().length)
                .map(i -> square.bytes()[i] & 0xFF)
                .toArray();
        assertThat(square.height()).isEqualTo(size);
        assertThat(square.width()).isEqualTo(size);
        assertThat(square.channels()).isEqualTo(channels);
        assertThat(values)
                .startsWith(IntStream.range(0, 6)
                        .map(i -> Integer.parseInt(first.split(" ", -1)[i]))
                        .toArray());
        assertThat(IntStream.of(values).sum()).isEqualTo((int) sum);
        assertThat(IntStream.range(0, values.length)
                        .mapToLong(i -> (i + 1L) * values[i])
                        .sum())
                .isEqualTo(weightedSum);
    }

    @Test
    void anImageOfThatSizeStaysAsItIs() {
        ImageBatch image = pattern(28, 28, 1);

        assertThat(new ResizeAndCenterCrop(28).of(image)).isSameAs(image);
    }

    private static ImageBatch pattern(int height, int width, int channels) {
        byte[] bytes = new byte[height * width * channels];
        for (int i = 0; i < bytes.length; i++) {
            int c = i % channels;
            int x = i / channels % width;
            int y = i / channels / width;
            bytes[i] = (byte) (37 * x + 101 * y + 53 * c + x * y);
        }
        return new ImageBatch(1, height, width, channels, bytes);
    }
}
