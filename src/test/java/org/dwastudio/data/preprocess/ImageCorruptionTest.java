package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.TrainingCorruption;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageCorruptionTest {
    private static ImageCorruption corruption(Corruption kind, int level) {
        return new ImageCorruption(new TrainingCorruption(kind, level, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "BLUR, 1, 28, 0.4",
        "BLUR, 5, 32, 1",
        "BLUR, 5, 224, 6",
        "BLUR, 5, 500, 6",
        "NOISE, 3, 32, 0.08",
        "NOISE, 3, 224, 0.18",
        // Halfway between both sizes on a logarithmic scale.
        "NOISE, 1, 85, 0.0567",
        "JPEG, 2, 32, 65",
        "JPEG, 5, 224, 7"
    })
    void theStrengthsArePublishedOnesAndBetweenThem(Corruption kind, int level, int side, double strength) {
        assertThat(corruption(kind, level).strength(side)).isCloseTo(strength, within(0.0005));
    }

    @Test
    void notesStateTheStrength() {
        assertThat(corruption(Corruption.BLUR, 2).note(32)).isEqualTo(DatasetNote.of(Kind.BLURRED, 2, "0.60"));
        assertThat(corruption(Corruption.NOISE, 5).note(224)).isEqualTo(DatasetNote.of(Kind.NOISY, 5, "38.0"));
        assertThat(corruption(Corruption.JPEG, 4).note(28)).isEqualTo(DatasetNote.of(Kind.COMPRESSED, 4, 50));
    }

    @Test
    void aPointIsBlurredToTheGaussianAndAnEvenImageStays() {
        byte[] point = new byte[33 * 33];
        point[16 * 33 + 16] = (byte) 255;

        ImageBatch blurred = new GaussianBlur(1).of(new ImageBatch(1, 33, 33, 1, point));

        // 255 / 2π in the center, e^(−1/2) of it next to it.
        assertThat(blurred.at(0, 16, 16, 0)).isEqualTo(41);
        assertThat(blurred.at(0, 16, 17, 0)).isEqualTo(25).isEqualTo(blurred.at(0, 15, 16, 0));
        assertThat(blurred.at(0, 16, 22, 0)).isZero();
        ImageBatch even = even(200, 3);
        assertThat(corruption(Corruption.BLUR, 5).apply(even, 0).bytes()).isEqualTo(even.bytes());
    }

    @Test
    void channelsAreBlurredSeparately() {
        byte[] red = new byte[9 * 9 * 3];
        red[(4 * 9 + 4) * 3] = (byte) 255;

        byte[] blurred = new GaussianBlur(1).of(new ImageBatch(1, 9, 9, 3, red)).bytes();

        assertThat(IntStream.range(0, blurred.length).filter(i -> i % 3 != 0 && blurred[i] != 0))
                .isEmpty();
        assertThat(blurred[(4 * 9 + 5) * 3]).isEqualTo((byte) 25);
    }

    @Test
    void noiseHasItsDeviationAndDependsOnTheImageAndTheSeed() {
        ImageBatch even = even(128, 1);

        byte[] noisy = corruption(Corruption.NOISE, 5).apply(even, 3).bytes();

        double mean = IntStream.range(0, noisy.length).map(i -> noisy[i] & 0xFF).average().orElseThrow();
        assertThat(mean).isCloseTo(128, within(3.0));
        assertThat(deviation(even.bytes(), noisy)).isCloseTo(25.5, within(1.5));
        assertThat(corruption(Corruption.NOISE, 5).apply(even, 3).bytes()).isEqualTo(noisy);
        assertThat(corruption(Corruption.NOISE, 5).apply(even, 4).bytes()).isNotEqualTo(noisy);
        assertThat(new ImageCorruption(new TrainingCorruption(Corruption.NOISE, 5, 8)).apply(even, 3).bytes())
                .isNotEqualTo(noisy);
    }

    @ParameterizedTest
    @EnumSource(value = Corruption.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aHigherLevelIsFartherFromTheImageAndTheSizeStays(Corruption kind) {
        for (int channels : new int[] {1, 3}) {
            ImageBatch image = texture(channels);
            double before = Double.POSITIVE_INFINITY;
            for (int level = 1; level <= 5; level++) {
                ImageBatch corrupted = corruption(kind, level).apply(image, 0);
                assertThat(corrupted.bytes()).hasSize(image.bytes().length);
                double psnr = 20 * Math.log10(255 / deviation(image.bytes(), corrupted.bytes()));
                assertThat(psnr).as("level %d", level).isBetween(12.0, 45.0).isLessThan(before + 0.1);
                before = psnr;
            }
        }
    }

    private static double deviation(byte[] one, byte[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(i -> Math.pow((one[i] & 0xFF) - (other[i] & 0xFF), 2))
                .average()
                .orElseThrow());
    }

    private static ImageBatch even(int value, int channels) {
        byte[] bytes = new byte[32 * 32 * channels];
        Arrays.fill(bytes, (byte) value);
        return new ImageBatch(1, 32, 32, channels, bytes);
    }

    /** Returns an image with edges, stripes and a little noise. */
    private static ImageBatch texture(int channels) {
        Random random = new Random(1);
        byte[] bytes = new byte[32 * 32 * channels];
        for (int i = 0; i < bytes.length; i++) {
            int place = i / channels;
            int stripe = place / 32 / 4 % 2 * 120 + place % 32 * 3;
            bytes[i] = (byte) (stripe + random.nextInt(30));
        }
        return new ImageBatch(1, 32, 32, channels, bytes);
    }
}
