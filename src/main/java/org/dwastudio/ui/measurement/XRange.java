package org.dwastudio.ui.measurement;

import java.util.List;
import org.dwastudio.ui.screen.XAxis;

/**
 * Extent of an x axis, and what is marked on it.
 *
 * @param end right end, NaN for that of the curves
 * @param unit length of a unit of its labels
 * @param marker current position, NaN for none
 * @param lookedAt position that is looked back at, NaN for none
 * @param marks changes by hand
 */
public record XRange(double end, double unit, double marker, double lookedAt, List<Double> marks) {
    static final XRange EMPTY = new XRange(Double.NaN, 1, Double.NaN, Double.NaN, List.of());

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    /** Number of units from which on the next larger unit is taken. */
    private static final double FEW = 3;

    public XRange {
        marks = List.copyOf(marks);
    }

    /** Returns the unit for a duration: a second, a minute or an hour, in seconds. */
    static double unitOf(double seconds) {
        if (seconds >= FEW * HOUR) {
            return HOUR;
        }
        return seconds >= FEW * MINUTE ? MINUTE : 1;
    }

    /** Returns the key of the name of the unit of an axis. */
    String unitKey(XAxis axis) {
        if (axis != XAxis.TIME) {
            return axis.key();
        }
        if (unit == HOUR) {
            return "hours";
        }
        return unit == MINUTE ? "minutes" : "seconds";
    }
}
