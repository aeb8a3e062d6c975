package org.dwastudio.train.batch;

import java.util.random.RandomGenerator;
import org.dwastudio.random.SeededGenerators;

/**
 * Where everything random of one student comes from. A generator depends on the seed and the place alone, never on what
 * was drawn before, so batches may be made on any number of threads.
 *
 * @param seed of the experiment
 * @param student which one
 */
public record StudentSeeds(long seed, int student) {
    private static final long CHOICE = 11;
    private static final long ORDER = 12;
    private static final long BATCH = 13;
    private static final long WEIGHTS = 14;
    private static final long DROPOUT = 15;

    /** Decides which real images of a class are drawn. */
    public RandomGenerator choice(int label) {
        return generator(CHOICE, label);
    }

    /** Decides the order of the images in an epoch. */
    RandomGenerator order(int epoch) {
        return generator(ORDER, epoch);
    }

    /** Decides how the images of a step are cut, flipped and mixed. */
    RandomGenerator batch(int step) {
        return generator(BATCH, step);
    }

    /** Decides what a step drops where the architecture has dropout. */
    public RandomGenerator dropout(int step) {
        return generator(DROPOUT, step);
    }

    /** Decides the start weights. */
    public long weights() {
        return generator(WEIGHTS, 0).nextLong();
    }

    private RandomGenerator generator(long purpose, long place) {
        return new SeededGenerators(seed, student).generator(purpose, place);
    }
}
