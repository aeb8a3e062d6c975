package org.dwastudio.metric.significance;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.TTest;

/**
 * Two-sided paired t-test of two series of measurements.
 *
 * @param difference mean of the first series minus mean of the second, with its interval
 * @param probability p-value: probability of a difference at least as large if there is none; empty for fewer than two
 *     pairs, and for equal differences of all pairs that are not 0, which the test cannot assess
 */
public record PairedTest(MeanInterval difference, OptionalDouble probability) {
    /** Differences of accuracies that only rounding separates. */
    private static final double ROUNDING = 1e-12;

    /**
     * Tests two series.
     *
     * @param second as many values as {@code first}, in the order of their pairs
     */
    public static PairedTest of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " values cannot be paired with " + second.length);
        }
        double[] differences = IntStream.range(0, first.length)
                .mapToDouble(pair -> first[pair] - second[pair])
                .toArray();
        MeanInterval difference =
                MeanInterval.of(DoubleStream.of(differences).boxed().toList());
        return new PairedTest(difference, probability(first, second, differences));
    }

    private static OptionalDouble probability(double[] first, double[] second, double... differences) {
        if (differences.length < 2) {
            return OptionalDouble.empty();
        }
        double least = DoubleStream.of(differences).min().orElseThrow();
        double most = DoubleStream.of(differences).max().orElseThrow();
        if (most - least < ROUNDING) {
            return Math.abs(least) < ROUNDING ? OptionalDouble.of(1) : OptionalDouble.empty();
        }
        return OptionalDouble.of(new TTest().pairedTTest(first, second));
    }

    /** Returns the number of pairs. */
    public int pairs() {
        return difference.count();
    }
}
