package org.dwastudio.metric.feature;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Manifold of real images as Naeem et al. (ICML 2020) estimate it: a ball around every image that reaches to its k-th
 * nearest other image, by the Euclidean distance of the features. Reused for all sets that are compared with the same
 * real images.
 */
public final class RealManifold {
    /** Number of neighbors that the authors recommend. */
    public static final int NEIGHBORS = 5;

    private final FeatureMatrix real;
    private final int neighbors;
    private final double[] squaredRadii;

    private RealManifold(FeatureMatrix real, int neighbors, double... squaredRadii) {
        this.real = real;
        this.neighbors = neighbors;
        this.squaredRadii = squaredRadii;
    }

    /**
     * Computes the balls, on all processors.
     *
     * @param neighbors k, at least 1
     * @throws IllegalArgumentException if there are not more than k images
     */
    public static RealManifold of(FeatureMatrix real, int neighbors) {
        if (neighbors < 1 || real.rows() <= neighbors) {
            throw new IllegalArgumentException(
                    real.rows() + " images have no " + neighbors + " nearest other images each");
        }
        double[] radii = IntStream.range(0, real.rows())
                .parallel()
                .mapToDouble(row -> squaredRadius(real, neighbors, row))
                .toArray();
        return new RealManifold(real, neighbors, radii);
    }

    private static double squaredRadius(FeatureMatrix real, int neighbors, int row) {
        double[] nearest = new double[neighbors];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int other = 0; other < real.rows(); other++) {
            if (other != row) {
                insert(nearest, real.squaredDistance(row, real, other));
            }
        }
        return nearest[neighbors - 1];
    }

    private static void insert(double[] ascending, double value) {
        int at = ascending.length - 1;
        if (value >= ascending[at]) {
            return;
        }
        for (; at > 0 && ascending[at - 1] > value; at--) {
            ascending[at] = ascending[at - 1];
        }
        ascending[at] = value;
    }

    /**
     * Compares a set with the real images.
     *
     * @param set features of other images, with as many columns
     */
    public DensityAndCoverage compare(FeatureMatrix set) {
        if (set.rows() == 0 || set.columns() != real.columns()) {
            throw new IllegalArgumentException("[" + set.rows() + ", " + set.columns() + "] cannot be compared with "
                    + real.columns() + " features");
        }
        int[] inside = IntStream.range(0, real.rows())
                .parallel()
                .map(ball -> inside(ball, set))
                .toArray();
        long pairs = Arrays.stream(inside).asLongStream().sum();
        long covered = Arrays.stream(inside).filter(count -> count > 0).count();
        return new DensityAndCoverage(pairs / ((double) neighbors * set.rows()), (double) covered / real.rows());
    }

    private int inside(int ball, FeatureMatrix set) {
        int count = 0;
        for (int row = 0; row < set.rows(); row++) {
            count += real.squaredDistance(ball, set, row) < squaredRadii[ball] ? 1 : 0;
        }
        return count;
    }
}
