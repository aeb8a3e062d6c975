package org.dwastudio.random;

import java.util.random.RandomGenerator;

/**
 * Independent random generators derived from the seed of an experiment. A generator depends on the seed, its purpose
 * and its position, never on numbers drawn before. Batches can therefore be prepared on any number of threads, columns
 * can run in any order, and a run can be interrupted, resumed, split and joined.
 *
 * @param seed seed of the experiment
 */
public record SeedSequence(long seed) {

    /**
     * Returns a new generator; equal arguments give equal numbers.
     *
     * @param position coordinates as documented at the purpose, such as epoch and step
     */
    public RandomGenerator generator(RandomPurpose purpose, long... position) {
        long state = mixed(seed + purpose.key());
        for (long coordinate : position) {
            state = mixed(state ^ coordinate);
        }
        return purpose.generator(state);
    }

    /** Applies SplitMix64's finalizer (Steele, Lea and Flood 2014), so that neighboring positions are unrelated. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
