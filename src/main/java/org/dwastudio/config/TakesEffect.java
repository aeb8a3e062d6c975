package org.dwastudio.config;

/** When a change of a parameter is noticed by a run that is under way. */
public enum TakesEffect {
    /** At the start of the next pixel step, in whatever column it happens. */
    NEXT_ITERATION,
    /** When the next column is prepared; columns already begun keep the value they began with. */
    NEXT_COLUMN,
    /** Only when a run starts. */
    NEXT_RUN
}
