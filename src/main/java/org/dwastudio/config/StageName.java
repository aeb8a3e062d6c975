package org.dwastudio.config;

import java.util.Locale;

/** The five stages, in the order in which they build on each other. One word each, everywhere. */
public enum StageName {
    SQUEEZE,
    SYNTHESIS,
    RELABEL,
    EVALUATION,
    EXPORT;

    /** The word used in files, folders and commands, for example {@code synthesis}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
