package org.dwastudio.ui.screen;

/** Durations with at most two units. */
public final class DurationText {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long WHOLE_MINUTES_FROM = 10 * MINUTE;
    private static final long WHOLE_HOURS_FROM = 10 * HOUR;

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

    /**
     * Formats an estimated duration: from ten minutes on in whole minutes, from ten hours on in whole hours, for example
     * {@code 27 m}.
     */
    public static String approximate(double seconds, Messages texts) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < WHOLE_MINUTES_FROM) {
            return format((double) whole, texts);
        }
        long minutes = rounded(whole, MINUTE);
        if (minutes * MINUTE >= WHOLE_HOURS_FROM) {
            return texts.format("time.wholeHours", Long.toString(rounded(whole, HOUR)));
        }
        return minutes * MINUTE < HOUR
                ? texts.format("time.wholeMinutes", Long.toString(minutes))
                : format((double) (minutes * MINUTE), texts);
    }

    private static long rounded(long seconds, long unit) {
        return (seconds + unit / 2) / unit;
    }
}
