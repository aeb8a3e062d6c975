package org.dwastudio.ui.sweep.focus;

/**
 * Part of an axis that keeps the trials inside of it.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, {@code low} to 1
 */
public record Brush(double low, double high) {
    private static final double TOLERANCE = 1e-6;

    /** Returns the brush between two places in any order, limited to the axis. */
    public static Brush between(double one, double other) {
        return new Brush(limited(Math.min(one, other)), limited(Math.max(one, other)));
    }

    /** Returns true if a place is inside, ends included. */
    public boolean contains(double place) {
        return place >= low - TOLERANCE && place <= high + TOLERANCE;
    }

    /** Returns the brush of the same size at another place, inside of the axis. */
    public Brush moved(double by) {
        double size = high - low;
        double from = Math.max(0, Math.min(1 - size, low + by));
        return new Brush(from, from + size);
    }

    /** Returns the brush with another upper end; at least {@code least} high. */
    public Brush grown(double by, double least) {
        return new Brush(Math.min(low, 1 - least), Math.max(Math.min(low, 1 - least) + least, limited(high + by)));
    }

    private static double limited(double place) {
        return Math.max(0, Math.min(1, place));
    }
}
