package org.dwastudio.config.setting;

/** The place in a running experiment from which a changed parameter counts. */
public enum TakesEffect {
    /** At the start of the next pixel step, in whatever column it happens. */
    NEXT_ITERATION,
    /** When the next column is prepared; columns already begun keep the value they began with. */
    NEXT_COLUMN,
    /** Only when a run starts. */
    NEXT_RUN
}
