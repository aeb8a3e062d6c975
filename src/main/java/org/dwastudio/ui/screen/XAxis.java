package org.dwastudio.ui.screen;

import java.util.Locale;

/** X axis of the charts of a synthesis. */
public enum XAxis {
    /** Iterations of a column; the columns overlay each other. */
    ITERATION,
    /** Steps of the whole run, in columns. */
    COLUMN,
    /** Seconds since the first step. */
    TIME;

    /** Returns the key of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
