package org.dwastudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dwastudio.ui.control.NumberText;

/**
 * Scale of an axis: its range, the mapping from values to positions (0 at its start, 1 at its end), and its ticks.
 *
 * @param min value at the start
 * @param max value at the end, larger than {@code min}
 * @param logarithmic true if decades have equal lengths; {@code min} is then positive
 */
record AxisScale(double min, double max, boolean logarithmic) {
    /** Value that is labeled on the axis. */
    record Tick(double value, String label) {}

    private static final double FEW_DECADES = 2;
    private static final int MORE_TICKS = 4;

    /** Returns an axis with exactly this range. */
    static AxisScale exact(double low, double high) {
        if (!(high > low)) {
            double room = Double.isFinite(low) && low != 0 ? Math.abs(low) / 2 : 1;
            return Double.isFinite(low) ? new AxisScale(low - room, low + room, false) : new AxisScale(0, 1, false);
        }
        return new AxisScale(low, high, false);
    }

    /**
     * Returns a linear axis that covers the values with round limits; it begins at zero if that costs little space.
     *
     * @param ticks approximate number of ticks
     */
    static AxisScale linear(double low, double high, int ticks) {
        AxisScale tight = exact(low, high);
        double bottom = tight.min > 0 && tight.min < 0.4 * tight.max ? 0 : tight.min;
        double step = roundStep((tight.max - bottom) / Math.max(1, ticks));
        double first = Math.floor(bottom / step + 1e-9) * step;
        double last = Math.ceil(tight.max / step - 1e-9) * step;
        return new AxisScale(low >= 0 ? Math.max(0, first) : first, last, false);
    }

    /**
     * Returns a logarithmic axis that covers positive values with decades as limits, or with round values if these are
     * close.
     */
    static AxisScale logarithmic(double low, double high) {
        if (!(low > 0 && high >= low)) {
            return new AxisScale(0.01, 1, true);
        }
        double bottom = Math.log10(low);
        double top = Math.log10(high);
        if (top - bottom >= 1) {
            return new AxisScale(decade((int) Math.floor(bottom + 1e-9)), decade((int) Math.ceil(top - 1e-9)), true);
        }
        double first = roundBelow(low);
        double last = roundAbove(high);
        return new AxisScale(first, last > first ? last : roundAbove(first * 1.01), true);
    }

    /** Returns the position of a value: 0 at the start, 1 at the end, beyond these outside of the range. */
    double fraction(double value) {
        return logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    }

    /** Returns whether a value is between both ends. */
    boolean holds(double value) {
        return value >= min && value <= max;
    }

    /** Returns the value at a position between 0 and 1. */
    double valueAt(double fraction) {
        return logarithmic ? min * Math.pow(max / min, fraction) : min + fraction * (max - min);
    }

    /**
     * Returns the ticks.
     *
     * @param about approximate number of ticks; a few more or fewer are returned
     */
    List<Tick> ticks(int about) {
        return logarithmic ? logarithmicTicks(about) : linearTicks(about);
    }

    /**
     * Returns the ticks of a linear axis that counts: whole numbers only.
     *
     * @param about approximate number of ticks
     */
    List<Tick> wholeTicks(int about) {
        double step = Math.max(1, roundStep((max - min) / Math.max(1, about)));
        return linearTicks(step == 2.5 ? 5 : step);
    }

    private List<Tick> linearTicks(int about) {
        for (int count = Math.max(1, about); ; count++) {
            List<Tick> ticks = linearTicks(roundStep((max - min) / count));
            // A single tick does not show the scale of an axis.
            if (ticks.size() > 1 || count > about + MORE_TICKS) {
                return ticks;
            }
        }
    }

    private List<Tick> linearTicks(double step) {
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, label(i * step, step)));
        }
        return ticks;
    }

    private List<Tick> logarithmicTicks(int about) {
        int first = (int) Math.ceil(Math.log10(min) - 1e-9);
        int last = (int) Math.floor(Math.log10(max) + 1e-9);
        int every = Math.max(1, (int) Math.ceil((last - first) / (double) Math.max(1, about)));
        boolean between = Math.log10(max / min) < FEW_DECADES;
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first - 1; exponent <= last; exponent++) {
            int[] digits = between ? new int[] {1, 2, 5} : new int[] {1};
            for (int digit : digits) {
                double value = digit * decade(exponent);
                boolean inside = value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9);
                if (inside && (between || Math.floorMod(exponent - first, every) == 0)) {
                    ticks.add(new Tick(value, NumberText.rounded(value, 3)));
                }
            }
        }
        return ticks;
    }

    private static String label(double value, double step) {
        if (Math.abs(step) >= 1000 && Math.rint(step / 500) * 500 == step) {
            return value == 0 ? "0" : NumberText.rounded(value / 1000, 6) + "k";
        }
        int exponent = (int) Math.floor(Math.log10(step) + 1e-9);
        boolean quarter = Math.abs(step / Math.pow(10, exponent) - 2.5) < 1e-6;
        int decimals = Math.max(0, -exponent + (quarter ? 1 : 0));
        // All labels of an axis have as many decimals.
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f", value);
    }

    private static double roundStep(double atLeast) {
        double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double digit : new double[] {1, 2, 2.5, 5}) {
            if (digit * decade >= atLeast * (1 - 1e-9)) {
                return digit * decade;
            }
        }
        return 10 * decade;
    }

    private static double roundBelow(double value) {
        double decade = decade((int) Math.floor(Math.log10(value) + 1e-9));
        double digit = value / decade * (1 + 1e-9);
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * decade;
    }

    private static double roundAbove(double value) {
        double decade = decade((int) Math.floor(Math.log10(value) + 1e-9));
        double digit = value / decade * (1 - 1e-9);
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * decade;
    }

    /** Returns a power of ten without the rounding error of {@link Math#pow}. */
    private static double decade(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }
}
