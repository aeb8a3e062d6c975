package org.dwastudio.ui.screen;

import java.util.Locale;

/** Shares as percentages. */
public final class PercentText {
    private static final double PERCENT = 100;

    private PercentText() {}

    /** Formats a share with one decimal and without a percent sign, for example {@code 92.1}. */
    public static String of(double share) {
        return String.format(Locale.ROOT, "%.1f", PERCENT * share);
    }
}
