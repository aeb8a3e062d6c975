package org.dwastudio.ui.screen;

import java.util.Locale;

/** Speeds as they are read: whole numbers when fast, a digit more when slow. */
public final class SpeedText {
    private static final double FAST = 10;
    private static final double SLOW = 0.5;

    private SpeedText() {}

    /**
     * Two digits at least.
     *
     * @param perSecond how many a second
     */
    public static String of(double perSecond) {
        if (perSecond < SLOW) {
            return String.format(Locale.ROOT, "%.2f", perSecond);
        }
        return String.format(Locale.ROOT, perSecond < FAST ? "%.1f" : "%.0f", perSecond);
    }
}
