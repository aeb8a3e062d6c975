package org.dwastudio.ui.screen;

import java.util.Locale;

/** Speeds for display: integers if fast, one more digit if slow. */
public final class SpeedText {
    private static final double FAST = 10;
    private static final double SLOW = 0.5;

    private SpeedText() {}

    /**
     * Formats a speed with at least two digits.
     *
     * @param perSecond steps per second
     */
    public static String of(double perSecond) {
        if (perSecond < SLOW) {
            return String.format(Locale.ROOT, "%.2f", perSecond);
        }
        return String.format(Locale.ROOT, perSecond < FAST ? "%.1f" : "%.0f", perSecond);
    }
}
