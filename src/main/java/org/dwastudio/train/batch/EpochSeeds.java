package org.dwastudio.train.batch;

import java.util.random.RandomGenerator;
import org.dwastudio.random.SeededGenerators;

/**
 * Where everything random of one epoch comes from. A generator depends on the seed, the epoch and the place in it, never
 * on what was drawn before: so images may be made on any number of threads, and a training may be ended and gone on with.
 *
 * @param seed of the experiment
 * @param epoch from 0
 */
public record EpochSeeds(long seed, int epoch) {
    private static final long ORDER = 1;
    private static final long IMAGE = 2;
    private static final long DROPOUT = 3;

    /** Decides the order of the training images. */
    RandomGenerator order() {
        return generator(ORDER, 0);
    }

    /** Decides how the image at a place of that order is cut and flipped. */
    RandomGenerator image(int position) {
        return generator(IMAGE, position);
    }

    /** Decides what a step drops where the architecture has dropout. */
    public RandomGenerator dropout(int step) {
        return generator(DROPOUT, step);
    }

    private RandomGenerator generator(long purpose, long place) {
        return new SeededGenerators(seed, epoch).generator(purpose, place);
    }
}
