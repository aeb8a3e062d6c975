package org.dwastudio.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of which normalizations a sample rules out. */
class ImportChoiceTest {
    private static final SampleScores.Scores BEST = scores(1);

    @Test
    void thatOfTheImagesIsGivenUpOnlyIfAnotherIsClearlyBetter() {
        // Equal differences for all images: separated, but by 0.2 % only.
        assertThat(ImportChoice.isGivenUp(true, scores(1.002), BEST)).isFalse();
        assertThat(ImportChoice.isGivenUp(true, scores(1.0101), BEST)).isFalse();
        assertThat(ImportChoice.isGivenUp(true, scores(1.0102), BEST)).isTrue();
    }

    @Test
    void anotherIsGivenUpOnceItIsSeparated() {
        assertThat(ImportChoice.isGivenUp(false, scores(1.002), BEST)).isTrue();
        assertThat(ImportChoice.isGivenUp(false, BEST, BEST)).isFalse();
    }

    @Test
    void oneThatTheSampleDoesNotSeparateIsKept() {
        // The mean is 10 % higher, with a standard error of about 14 %.
        SampleScores.Scores noisy = new SampleScores.Scores(
                0.5,
                IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? 2.5 : -0.3).toList());

        assertThat(ImportChoice.isGivenUp(true, noisy, BEST)).isFalse();
        assertThat(ImportChoice.isGivenUp(false, noisy, BEST)).isFalse();
    }

    /** Returns scores of 100 images, whose losses are alternately 0.1 below and above the mean. */
    private static SampleScores.Scores scores(double mean) {
        List<Double> losses = IntStream.range(0, 100)
                .mapToObj(i -> mean - 1 + (i % 2 == 0 ? 0.9 : 1.1))
                .toList();
        return new SampleScores.Scores(0.5, losses);
    }
}
