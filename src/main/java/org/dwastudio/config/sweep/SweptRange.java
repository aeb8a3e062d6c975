package org.dwastudio.config.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;

/**
 * Range of a number.
 *
 * @param from smallest value
 * @param to largest value, above {@code from}
 * @param steps number of values in a grid, 2 to 1000
 * @param scale spacing of the values; a logarithmic range begins above 0
 */
public record SweptRange(double from, double to, int steps, Scale scale) {
    /** Allowed numbers of steps. */
    public static final ParameterRange STEPS = ParameterRange.of(2, 1000, 5).whole();

    private static final int DIGITS = 3;

    public SweptRange {
        STEPS.require("steps", steps);
        if (!(from < to) || (scale == Scale.LOGARITHMIC && from <= 0)) {
            throw new IllegalArgumentException(from + " to " + to + ", " + scale);
        }
    }

    /** Returns the values of a grid, ascending. */
    public List<Double> levels() {
        return IntStream.range(0, steps)
                .mapToObj(step -> at((double) step / (steps - 1)))
                .distinct()
                .toList();
    }

    /**
     * Returns the value at a place of the range, rounded to three significant digits.
     *
     * @param place 0 to 1
     */
    public double at(double place) {
        double exact = scale == Scale.LOGARITHMIC ? from * Math.pow(to / from, place) : from + place * (to - from);
        return Math.max(from, Math.min(to, rounded(exact)));
    }

    /**
     * Returns the place of a value.
     *
     * @return 0 to 1 for values of the range
     */
    public double placeOf(double value) {
        return scale == Scale.LOGARITHMIC ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    private static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        BigDecimal exact = new BigDecimal(value);
        return exact.round(new MathContext(DIGITS)).doubleValue();
    }
}
