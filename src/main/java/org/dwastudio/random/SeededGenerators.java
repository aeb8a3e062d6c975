package org.dwastudio.random;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Generators that depend on a seed and a place alone, never on what was drawn before: so images may be made on any number
 * of threads, and a training may be ended and gone on with.
 *
 * @param seed of the experiment
 * @param group for example the epoch, or the student
 */
public record SeededGenerators(long seed, long group) {

    /**
     * The one of a purpose and a place.
     *
     * @param purpose tells apart what is drawn at one place
     */
    public RandomGenerator generator(long purpose, long place) {
        return new SplittableRandom(mixed(mixed(mixed(seed + purpose) ^ group) ^ place));
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014): neighbouring places get unrelated generators. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
