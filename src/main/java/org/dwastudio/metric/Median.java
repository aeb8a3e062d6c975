package org.dwastudio.metric;

import java.util.Collection;

/** Median of numbers. */
public final class Median {
    private Median() {}

    /**
     * Returns the middle number, or the mean of the two middle ones.
     *
     * @throws IllegalArgumentException if there are no numbers
     */
    public static double of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no numbers have no median");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
