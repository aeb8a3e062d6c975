package org.dwastudio.metric;

import java.util.Collection;

/**
 * Mean and standard deviation of repeated measurements.
 *
 * @param mean NaN without any
 * @param deviation sample standard deviation (n − 1); 0 for a single one
 */
public record MeanAndStdDev(double mean, double deviation) {
    /** Computes mean and standard deviation of any number of measurements, including none. */
    public static MeanAndStdDev of(Collection<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new MeanAndStdDev(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }
}
