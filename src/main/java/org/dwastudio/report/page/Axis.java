package org.dwastudio.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Axis of a chart.
 *
 * @param min value at its start
 * @param max value at its end, larger
 * @param logarithmic true if decades have equal lengths; {@code min} is positive then
 */
record Axis(double min, double max, boolean logarithmic) {
    private static final int TICKS = 5;

    /** Returns an axis that covers these values with round limits. */
    static Axis holding(double low, double high) {
        double room = high > low ? high - low : Math.max(Math.abs(high), 1);
        double step = roundStep(room / TICKS);
        double first = Math.floor(low / step + 1e-9) * step;
        double last = Math.ceil(high / step - 1e-9) * step;
        return new Axis(first, last > first ? last : first + step, false);
    }

    /** Returns an axis from decade to decade; a linear one if not all values are positive. */
    static Axis decadesHolding(double low, double high) {
        if (!(low > 0)) {
            return holding(low, high);
        }
        double first = Math.floor(Math.log10(low) + 1e-9);
        double last = Math.ceil(Math.log10(high) - 1e-9);
        return new Axis(Math.pow(10, first), Math.pow(10, last > first ? last : first + 1), true);
    }

    /** Returns 0 at the start, 1 at the end. */
    double fraction(double value) {
        return logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = min; tick <= max * 1.001; tick *= 10) {
                ticks.add(tick);
            }
            return ticks;
        }
        double step = roundStep((max - min) / TICKS);
        for (int i = 0; min + i * step <= max + step / 1000; i++) {
            ticks.add(min + i * step);
        }
        return ticks;
    }

    /** Returns the shortest readable text of a tick. */
    static String label(double tick) {
        double rounded = Math.abs(tick) < 1e-12 ? 0 : Double.parseDouble(String.format("%.6e", tick));
        String plain = BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
        return plain.length() <= 7 ? plain : Double.toString(rounded);
    }

    /** Returns 1, 2 or 5 times a power of ten, at least the given length. */
    private static double roundStep(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * decade >= least * (1 - 1e-9)) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }
}
