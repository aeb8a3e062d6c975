package org.dwastudio.sweep.search;

import java.util.random.RandomGenerator;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.hipparchus.random.SobolSequenceGenerator;

/** Sequence of points of a cube with sides of length 1. */
@FunctionalInterface
interface PointSequence {

    /** Returns the point at a place of the sequence, from 0. */
    double[] at(int place);

    /** Returns independent uniform points. */
    static PointSequence random(int dimension, long seed) {
        return place -> {
            RandomGenerator random = new SeedSequence(seed).generator(RandomPurpose.SWEEP_POINT, place);
            double[] point = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                point[i] = random.nextDouble();
            }
            return point;
        };
    }

    /** Returns a Sobol sequence without its first point, the corner of the cube. */
    static PointSequence sobol(int dimension) {
        return place -> {
            SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimension);
            return sequence.skipTo(place + 1);
        };
    }
}
