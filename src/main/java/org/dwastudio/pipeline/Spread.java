package org.dwastudio.pipeline;

import java.util.Collection;

/**
 * Several measurements of one thing.
 *
 * @param mean NaN without any
 * @param deviation the standard deviation of a sample (n − 1); 0 for a single one
 */
public record Spread(double mean, double deviation) {
    /** Of so many measurements, of which there may be none. */
    public static Spread of(Collection<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }
}
