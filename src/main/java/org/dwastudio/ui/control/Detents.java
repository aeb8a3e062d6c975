package org.dwastudio.ui.control;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.dwastudio.config.setting.ParameterRange;

/**
 * Round values that a dragged slider stops at: the ends of the range, the default, small whole numbers, and a few values
 * per decade of a logarithmic slider or about fifty of a linear one. The arrow keys and the field reach those between.
 *
 * @param values in ascending order
 */
record Detents(List<Double> values) {
    private static final double[] DIGITS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};
    private static final int MOST_OF_LINEAR = 50;
    private static final int SMALL = 10;

    Detents {
        values = List.copyOf(values);
    }

    static Detents of(ParameterScale scale) {
        ParameterRange range = scale.range();
        TreeSet<Double> values = new TreeSet<>(List.of(range.min(), range.max(), range.defaultValue()));
        if (scale.isLogarithmic()) {
            addDecades(values, scale.lowestPositive(), range);
        } else {
            addSteps(values, range);
        }
        return new Detents(values.stream()
                .filter(value -> range.problemWith(value).isEmpty())
                .toList());
    }

    /** Returns the same detents and a further one. */
    Detents with(double value) {
        TreeSet<Double> more = new TreeSet<>(values);
        more.add(value);
        return new Detents(List.copyOf(more));
    }

    /** Returns the value whose position is the nearest. */
    double nearest(double position, ParameterScale scale) {
        return values.stream()
                .min(Comparator.comparingDouble(value -> Math.abs(scale.positionOf(value) - position)))
                .orElseThrow();
    }

    private static void addDecades(TreeSet<Double> values, double lowest, ParameterRange range) {
        values.add(lowest);
        for (int power = (int) Math.floor(Math.log10(lowest)); Math.pow(10, power) <= range.max(); power++) {
            for (double digit : DIGITS) {
                double value =
                        BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
                if (value >= lowest) {
                    values.add(value);
                }
            }
        }
        addSmall(values, range);
    }

    private static void addSteps(TreeSet<Double> values, ParameterRange range) {
        double step = range.integer() ? Math.max(1, step(range)) : step(range);
        BigDecimal exact = BigDecimal.valueOf(step);
        long last = (long) Math.floor(range.max() / step);
        for (long i = (long) Math.ceil(range.min() / step); i <= last; i++) {
            values.add(exact.multiply(BigDecimal.valueOf(i)).doubleValue());
        }
        addSmall(values, range);
    }

    private static void addSmall(TreeSet<Double> values, ParameterRange range) {
        for (int value = 1; range.integer() && value <= SMALL; value++) {
            values.add((double) value);
        }
    }

    /** Returns 1, 2 or 5 times a power of ten. */
    private static double step(ParameterRange range) {
        double least = (range.max() - range.min()) / MOST_OF_LINEAR;
        int power = (int) Math.floor(Math.log10(least));
        for (int digit : new int[] {1, 2, 5}) {
            double step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
            if (step >= least) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1).doubleValue();
    }
}
