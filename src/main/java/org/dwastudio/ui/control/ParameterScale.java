package org.dwastudio.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;

/**
 * Mapping of a parameter's values to a slider, from 0 (left) to 1 (right), and the steps of the arrow keys: integers for
 * integer ranges, two significant digits for logarithmic ones, about a thousand steps for linear ones.
 */
record ParameterScale(ParameterRange range) {
    /** Share of a logarithmic slider that belongs to the value zero. */
    private static final double ZERO_SHARE = 0.04;

    private static final double DECADES_ABOVE_ZERO = 1e-4;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    /** Returns the position of a value, even if no round position has it. */
    double positionOf(double value) {
        if (value <= range.min()) {
            return 0;
        }
        if (!isLogarithmic()) {
            return Math.min(1, (value - range.min()) / span());
        }
        double fraction = Math.log(value / lowestPositive()) / Math.log(range.max() / lowestPositive());
        return logarithmicStart() + (1 - logarithmicStart()) * Math.min(1, Math.max(0, fraction));
    }

    /** Returns the next round value above, or the largest allowed. */
    double above(double value) {
        if (isLogarithmic() && value < lowestPositive()) {
            return rounded(lowestPositive());
        }
        return rounded(value + stepAt(value));
    }

    /** Returns the next round value below, or the smallest allowed. */
    double below(double value) {
        if (isLogarithmic() && value <= lowestPositive()) {
            return range.min();
        }
        // Just under a power of ten the steps are ten times finer.
        return rounded(value - stepAt(value * (1 - 1e-9)));
    }

    private double stepAt(double value) {
        if (!isLogarithmic()) {
            return linearStep();
        }
        double digit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
        return range.integer() ? Math.max(1, digit) : digit;
    }

    private double rounded(double value) {
        double round = value;
        if (range.integer()) {
            double whole = Math.rint(value);
            round = isLogarithmic() ? Math.rint(twoDigits(whole)) : whole;
        } else if (isLogarithmic()) {
            round = twoDigits(value);
        } else {
            BigDecimal step = BigDecimal.valueOf(linearStep());
            round = BigDecimal.valueOf(value)
                    .divide(step, 0, RoundingMode.HALF_UP)
                    .multiply(step)
                    .doubleValue();
        }
        return Math.min(range.max(), Math.max(range.min(), round));
    }

    private double linearStep() {
        double step = Double.parseDouble("1e" + (int) Math.floor(Math.log10(span() / 100)));
        return range.integer() ? 1 : step;
    }

    private static double twoDigits(double value) {
        return BigDecimal.valueOf(value).round(TWO_DIGITS).doubleValue();
    }

    boolean isLogarithmic() {
        return range.scale() == Scale.LOGARITHMIC;
    }

    private double logarithmicStart() {
        return range.min() > 0 ? 0 : ZERO_SHARE;
    }

    /** Returns the smallest value above zero of a logarithmic slider. */
    double lowestPositive() {
        if (range.min() > 0) {
            return range.min();
        }
        return range.integer() ? 1 : range.max() * DECADES_ABOVE_ZERO;
    }

    private double span() {
        return range.max() - range.min();
    }
}
