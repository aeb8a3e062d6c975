package org.dwastudio.train.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixPolicyTest {
    private static final int IMAGES = 6;
    private static final int SIZE = 10;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.8, 1, 4})
    void sharesHaveMeanAndVarianceOfTheBetaDistribution(double alpha) {
        SplittableRandom random = new SplittableRandom(3);
        double[] shares = DoubleStream.generate(() -> new BetaDistribution(alpha).draw(random))
                .limit(40_000)
                .toArray();

        assertThat(Arrays.stream(shares)).allMatch(share -> share >= 0 && share <= 1);
        double mean = Arrays.stream(shares).average().orElseThrow();
        double variance = Arrays.stream(shares)
                .map(share -> (share - 0.5) * (share - 0.5))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(0.008));
        assertThat(variance).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.004));
    }

    @Test
    void tensorsArePastedLikeImages() {
        MixPolicy mixing = new MixPolicy(Mix.CUTMIX, new BetaDistribution(1));
        try (NDManager manager = TorchEngine.load().newManager()) {
            float[] values = new float[IMAGES * SIZE * SIZE];
            byte[] bytes = images().bytes();
            for (int i = 0; i < values.length; i++) {
                values[i] = bytes[i];
            }
            NDArray images = manager.create(values, new Shape(IMAGES, 1, SIZE, SIZE));
            for (int seed = 0; seed < 20; seed++) {
                MixedBatch mix = mixing.draw(IMAGES, SIZE, new SplittableRandom(seed));
                byte[] expected = mix.pasted(images()).bytes();

                float[] mixed = mix.pasted(images, manager).toFloatArray();

                for (int i = 0; i < mixed.length; i++) {
                    assertThat(mixed[i]).isEqualTo(expected[i]);
                }
            }
            assertThat(images.toFloatArray()).isEqualTo(values);
        }
    }

    @Test
    void cutMixPastesOneBoxOfThePartnerAndReturnsTheRemainingShare() {
        MixPolicy mixing = new MixPolicy(Mix.CUTMIX, new BetaDistribution(1));
        boolean someWerePasted = false;
        for (int seed = 0; seed < 50; seed++) {
            MixedBatch mix = mixing.draw(IMAGES, SIZE, new SplittableRandom(seed));
            byte[] mixed = mix.pasted(images()).bytes();
            assertThat(mix.blends()).isFalse();
            assertThat(mix.partners()).containsExactlyInAnyOrder(labels());
            for (int image = 0; image < IMAGES; image++) {
                int partner = mix.partners()[image];
                int own = 0;
                for (int i = 0; i < SIZE * SIZE; i++) {
                    byte value = mixed[image * SIZE * SIZE + i];
                    assertThat((int) value).isIn(image, partner);
                    own += value == image ? 1 : 0;
                }
                if (partner != image) {
                    assertThat((double) own / (SIZE * SIZE)).isCloseTo(mix.share(), within(1e-9));
                    someWerePasted |= mix.share() < 1;
                }
            }
        }
        assertThat(someWerePasted).isTrue();
    }

    @Test
    void mixupLeavesTheBlendingToTheStep() {
        MixedBatch mix =
                new MixPolicy(Mix.MIXUP, new BetaDistribution(0.8)).draw(IMAGES, SIZE, new SplittableRandom(1));
        assertThat(mix.blends()).isTrue();
        assertThat(mix.share()).isBetween(0.0, 1.0);
        assertThat(mix.pasted(images()).bytes()).isEqualTo(images().bytes());
    }

    @Test
    void withoutAMixEveryImageStaysWhatItIs() {
        MixedBatch mix = new MixPolicy(Mix.NONE, new BetaDistribution(1)).draw(IMAGES, SIZE, new SplittableRandom(1));
        assertThat(mix.share()).isEqualTo(1);
        assertThat(mix.blends()).isFalse();
        assertThat(mix.pasted(images()).bytes()).isEqualTo(images().bytes());
    }

    private static int[] labels() {
        return new int[] {0, 1, 2, 3, 4, 5};
    }

    /** Each of one brightness, its label. */
    private static ImageBatch images() {
        byte[] bytes = new byte[IMAGES * SIZE * SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i / (SIZE * SIZE));
        }
        return new ImageBatch(IMAGES, SIZE, SIZE, 1, bytes);
    }
}
