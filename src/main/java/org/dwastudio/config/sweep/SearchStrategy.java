package org.dwastudio.config.sweep;

/** Order in which a sweep tries values. */
public enum SearchStrategy {
    /** All combinations of the values; ranges are divided into steps. */
    GRID,
    /** Independent uniform draws. */
    RANDOM,
    /** A Sobol sequence, which fills the space evenly (Joe and Kuo 2008). */
    SOBOL,
    /** Successive halving: many short trials first, the best third of them three times as long, and again. */
    HALVING,
    /** Expected improvement under a Gaussian process of the scores so far. */
    MODEL
}
