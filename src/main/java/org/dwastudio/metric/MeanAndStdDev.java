package org.dwastudio.metric;

import java.util.Collection;

/**
 * Several measurements of one thing.
 *
 * @param mean NaN without any
 * @param deviation the standard deviation of a sample (n − 1); 0 for a single one
 */
public record MeanAndStdDev(double mean, double deviation) {
    /** Of so many measurements, of which there may be none. */
    public static MeanAndStdDev of(Collection<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new MeanAndStdDev(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }
}
