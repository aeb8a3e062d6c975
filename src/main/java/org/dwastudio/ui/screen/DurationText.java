package org.dwastudio.ui.screen;

/** Durations with at most two units. */
public final class DurationText {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private DurationText() {}

    /** Formats a duration, for example {@code 2 m 41 s}. */
    public static String format(double seconds, Messages texts) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < MINUTE) {
            return texts.format("time.seconds", Long.toString(whole));
        }
        if (whole < HOUR) {
            return texts.format("time.minutes", Long.toString(whole / MINUTE), Long.toString(whole % MINUTE));
        }
        return texts.format("time.hours", Long.toString(whole / HOUR), Long.toString(whole % HOUR / MINUTE));
    }
}
