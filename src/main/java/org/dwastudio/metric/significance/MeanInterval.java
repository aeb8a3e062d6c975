package org.dwastudio.metric.significance;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.metric.MeanAndStdDev;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Mean of repeated measurements with its 95 % confidence interval by Student's t distribution.
 *
 * @param mean NaN without measurements
 * @param reach half the width of the interval; empty for fewer than two measurements
 * @param count number of measurements
 */
public record MeanInterval(double mean, OptionalDouble reach, int count) {
    private static final double UPPER = 0.975;

    /** Computes the interval of any number of measurements, including none. */
    public static MeanInterval of(Collection<Double> values) {
        List<Double> measured = List.copyOf(values);
        MeanAndStdDev spread = MeanAndStdDev.of(measured);
        int count = measured.size();
        if (count < 2) {
            return new MeanInterval(spread.mean(), OptionalDouble.empty(), count);
        }
        double quantile = new TDistribution(count - 1.0).inverseCumulativeProbability(UPPER);
        return new MeanInterval(
                spread.mean(), OptionalDouble.of(quantile * spread.deviation() / Math.sqrt(count)), count);
    }
}
