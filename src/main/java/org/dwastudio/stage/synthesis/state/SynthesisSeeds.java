package org.dwastudio.stage.synthesis.state;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Where everything random comes from. A generator depends on the seed and on what it is for, never on what was drawn
 * before: so columns may run in any order, and a run may be cut and joined.
 *
 * @param seed of the experiment
 */
public record SynthesisSeeds(long seed) {
    /** What is drawn. */
    public enum Purpose {
        START_IMAGE,
        CLUSTERS,
        NOISE,
        VIEW,
        DIRECTION,
        REAL_REFERENCE,
        REGRESSION_IMAGES,
        REGRESSION_STUDENT,
        REGRESSION_STEP
    }

    /** The generator for one purpose at one place; equal arguments give equal draws. */
    public RandomGenerator generator(Purpose purpose, long... place) {
        long state = mixed(seed + purpose.name().hashCode());
        for (long coordinate : place) {
            state = mixed(state ^ coordinate);
        }
        return new Random(state);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014): neighbouring places get unrelated generators. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
