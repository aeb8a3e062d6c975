package org.dwastudio.metric.feature;

import java.util.Arrays;

/**
 * Distance below which an image counts as a near-copy of a real one. It is the first percentile of the distances of the
 * real images to their own nearest real image: one in a hundred real images is a near-copy of another one, too.
 *
 * @param distance cosine distance of the features, at least {@link #ROUNDING}
 */
public record NearCopyThreshold(double distance) {
    /** Distance that float32 features of one image have, when they are computed in different batches. */
    static final double ROUNDING = 1e-6;

    private static final double SHARE = 0.01;

    /**
     * Returns the threshold of some real images. The percentile is interpolated linearly, as NumPy does.
     *
     * @param nearest cosine distance of every real image to the nearest other one, in any order; all must be finite
     * @throws IllegalArgumentException if there are none
     */
    public static NearCopyThreshold of(double... nearest) {
        if (nearest.length == 0) {
            throw new IllegalArgumentException("no distances have no percentile");
        }
        double[] ascending = nearest.clone();
        Arrays.sort(ascending);
        double place = SHARE * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        double percentile = ascending[below] + (place - below) * (ascending[above] - ascending[below]);
        return new NearCopyThreshold(Math.max(ROUNDING, percentile));
    }

    /**
     * Returns the number of near-copies.
     *
     * @param nearest cosine distance of every image to the nearest real one
     */
    public int count(double... nearest) {
        return (int) Arrays.stream(nearest).filter(value -> value <= distance).count();
    }
}
