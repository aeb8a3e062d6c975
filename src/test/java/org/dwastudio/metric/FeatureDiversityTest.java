package org.dwastudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureDiversityTest {

    @Test
    void imagesThatAreAlikeCountAsOne() {
        FeatureDiversity diversity = FeatureDiversity.of(new float[] {3, 4, 3, 4, 30, 40}, 0, 0, 0);

        assertThat(diversity.withinClassCosine()).hasValueCloseTo(1.0, within(1e-6));
        assertThat(diversity.vendiScore()).isCloseTo(1, within(1e-6));
    }

    @Test
    void imagesAtRightAnglesCountEach() {
        FeatureDiversity diversity = FeatureDiversity.of(new float[] {5, 0, 0, 0, 0.1F, 0, 0, 0, 7}, 4, 4, 4);

        assertThat(diversity.withinClassCosine()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(diversity.vendiScore()).isCloseTo(3, within(1e-6));
        // Singular values 7, 5 and 0.1 of the features as they are.
        double rank = Math.exp(
                -(7 / 12.1 * Math.log(7 / 12.1)) - 5 / 12.1 * Math.log(5 / 12.1) - 0.1 / 12.1 * Math.log(0.1 / 12.1));
        assertThat(diversity.effectiveRank()).isCloseTo(rank, within(1e-6));
    }

    @Test
    void twoImagesAtSixtyDegreesHaveTheScoreOfThreeQuartersAndOneQuarter() {
        FeatureDiversity diversity = FeatureDiversity.of(new float[] {1, 0, 0.5F, (float) Math.sqrt(0.75)}, 1, 1);

        assertThat(diversity.withinClassCosine()).hasValueCloseTo(0.5, within(1e-6));
        assertThat(diversity.vendiScore())
                .isCloseTo(Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)), within(1e-6));
    }

    @Test
    void classesAreAveragedWhereverTheirRowsStand() {
        float[] features = {1, 0, 1, 0, 0, 1, 1, 0};

        FeatureDiversity diversity = FeatureDiversity.of(features, 8, 2, 8, 2);

        assertThat(diversity.withinClassCosine()).hasValueCloseTo(0.5, within(1e-6));
        assertThat(diversity.vendiScore()).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void aClassOfOneImageHasNoCosineAndTheScoreOne() {
        FeatureDiversity single = FeatureDiversity.of(new float[] {1, 2, 3, 4}, 0, 1);
        FeatureDiversity mixed = FeatureDiversity.of(new float[] {1, 2, 1, 0, 0, 1}, 0, 1, 1);

        assertThat(single.withinClassCosine()).isEmpty();
        assertThat(single.vendiScore()).isEqualTo(1);
        assertThat(single.effectiveRank()).isEqualTo(1);
        assertThat(mixed.withinClassCosine()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(mixed.vendiScore()).isCloseTo(1.5, within(1e-6));
        assertThat(mixed.effectiveRank()).isCloseTo(1.5, within(1e-6));
    }

    /** Numbers of NumPy 2.4 (float64, eigvalsh) on the same pseudo-random features, three classes each. */
    @ParameterizedTest
    @CsvSource({
        "7, 5, 0.7682905586274886, 1.9782794557574526",
        "4, 9, 0.7438243444789242, 1.925117554967888",
    })
    void theNumbersAreThoseOfNumPy(int images, int length, double cosine, double vendi) {
        FeatureDiversity diversity = FeatureDiversity.of(pseudoRandom(3 * images * length), labels(3, images));

        assertThat(diversity.withinClassCosine()).hasValueCloseTo(cosine, within(1e-7));
        assertThat(diversity.vendiScore()).isCloseTo(vendi, within(1e-6));
    }

    @Test
    void featuresThatAreNoNumbersGiveNoNumbers() {
        FeatureDiversity diversity = FeatureDiversity.of(new float[] {1, Float.NaN, 3, 4}, 0, 0);

        assertThat(diversity.withinClassCosine()).hasValue(Double.NaN);
        assertThat(diversity.vendiScore()).isNaN();
    }

    @Test
    void featuresThatDoNotDivideIntoImagesAreRejected() {
        assertThatThrownBy(() -> FeatureDiversity.of(new float[5], 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 numbers are no features of 2 images");
        assertThatThrownBy(() -> FeatureDiversity.of(new float[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] labels(int classes, int images) {
        int[] labels = new int[classes * images];
        Arrays.setAll(labels, i -> i / images);
        return labels;
    }

    /** Returns numbers of a linear congruential generator that any language can reproduce. */
    private static float[] pseudoRandom(int count) {
        float[] numbers = new float[count];
        long state = 12345;
        for (int i = 0; i < count; i++) {
            state = (state * 1103515245 + 12345) % (1L << 31);
            numbers[i] = (float) ((state >> 8) % 1000 / 1000.0);
        }
        return numbers;
    }
}
