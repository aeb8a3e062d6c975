package org.dwastudio.ui.embedding;

import java.io.IOException;
import java.util.stream.IntStream;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.metric.embedding.PrincipalComponents;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSample;
import org.dwastudio.stage.inspection.RealSet;

/**
 * First two principal components of the teacher's features, fitted on real images once.
 *
 * @param sample the real images
 * @param components the components
 * @param real places of the real images
 * @param variance sum of the variances of all features
 */
public record FeatureMap(RealSample sample, PrincipalComponents components, Plane real, double variance) {
    /** Largest number of real images on the map. */
    static final int MOST_REAL = 2400;

    /** Seed of the choice of the real images, the same for all runs, so that their maps are comparable. */
    private static final long SEED = 0;

    /**
     * Fits a map; takes a second or more.
     *
     * @throws IOException if the features cannot be read
     * @throws IllegalArgumentException if there are fewer than two real images or features, or they are not finite
     */
    static FeatureMap of(RealSet set) throws IOException {
        RealSample sample = set.sample(MOST_REAL, SEED);
        PrincipalComponents components = PrincipalComponents.fit(sample.features(), 2);
        return new FeatureMap(
                sample, components, plane(components.project(sample.features())), variance(sample.features()));
    }

    /** Returns the places of other images. */
    Plane project(FeatureMatrix features) {
        return plane(components.project(features));
    }

    /**
     * Returns the share of the variance that a component explains, 0 to 1.
     *
     * @param component 0 or 1
     */
    public double share(int component) {
        return variance == 0 ? 0 : components.variances()[component] / variance;
    }

    private static Plane plane(double[]... points) {
        return new Plane(
                IntStream.range(0, points.length).mapToDouble(i -> points[i][0]).toArray(),
                IntStream.range(0, points.length).mapToDouble(i -> points[i][1]).toArray());
    }

    private static double variance(FeatureMatrix features) {
        double sum = 0;
        for (int column = 0; column < features.columns(); column++) {
            double mean = 0;
            double squares = 0;
            for (int row = 0; row < features.rows(); row++) {
                double value = features.values()[row * features.columns() + column];
                double step = value - mean;
                mean += step / (row + 1);
                squares += step * (value - mean);
            }
            sum += squares / (features.rows() - 1);
        }
        return sum;
    }
}
