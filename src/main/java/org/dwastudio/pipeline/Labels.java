package org.dwastudio.pipeline;

import java.util.Locale;

/** What a student is told about an image. */
public enum Labels {
    /** The teacher's answer on the very view that the student sees. */
    SOFT,
    /** The class alone. */
    HARD;

    /** The word in files and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
