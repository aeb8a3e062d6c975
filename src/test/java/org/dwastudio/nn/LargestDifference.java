package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

/** Comparison of long arrays: AssertJ's own takes quadratic time. */
final class LargestDifference {
    private LargestDifference() {}

    static double between(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        // Math.max keeps NaN, which no bound accepts.
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]))
                .reduce(0, Math::max);
    }
}
