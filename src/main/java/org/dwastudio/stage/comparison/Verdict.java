package org.dwastudio.stage.comparison;

import java.util.Locale;

/** Verdict on the difference of the students of two rows. */
public enum Verdict {
    /** The corrected p-value is below 0.05. */
    REAL,
    /** The seeds do not separate the two. */
    NOT_DECIDED,
    /** Fewer than two seeds are common to both. */
    TOO_FEW;

    /** Returns the name in message bundles, such as {@code not-decided}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
