package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dwastudio.metric.FeatureDiversity;
import org.dwastudio.metric.feature.DensityAndCoverage;
import org.dwastudio.metric.feature.EffectiveRank;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.NearCopyThreshold;
import org.dwastudio.metric.feature.NearestRows;
import org.dwastudio.metric.feature.RealManifold;
import org.dwastudio.metric.feature.RowDistance;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/**
 * Inspection of one class. Near-copies are searched among all real images of the class; density and coverage refer to a
 * sample. Holds the sample and one part of the real images in memory at a time.
 */
final class ClassInspection {
    private static final int PART = 1024;
    private static final int FOREIGN = -1;

    private final FloatMatrixFile real;
    private final int[] realImages;
    private final ClassSamples samples;
    private final CancellationToken token;

    /**
     * Creates the inspection of a class.
     *
     * @param real features of the training images
     * @param realImages indices of the real images of the class
     * @param samples of these
     */
    ClassInspection(FloatMatrixFile real, int[] realImages, ClassSamples samples, CancellationToken token) {
        this.real = real;
        this.realImages = realImages.clone();
        this.samples = samples;
        this.token = token;
    }

    /** Metrics of the distilled images and the mean metrics of random real images. */
    record Result(SetMetrics distilled, SetMetrics real) {}

    /** Computes the metrics. */
    Result of(FeatureMatrix distilled) throws IOException {
        List<FeatureMatrix> sets = new ArrayList<>(List.of(distilled));
        for (int[] set : samples.sets()) {
            sets.add(rows(set));
        }
        FeatureMatrix references = rows(samples.references());
        List<double[]> nearest = nearest(sets, references);
        double[] ofReal =
                nearest.stream().skip(1).flatMapToDouble(Arrays::stream).toArray();
        Optional<NearCopyThreshold> threshold =
                realImages.length < 2 ? Optional.empty() : Optional.of(NearCopyThreshold.of(ofReal));
        Optional<RealManifold> manifold = references.rows() <= RealManifold.NEIGHBORS
                ? Optional.empty()
                : Optional.of(RealManifold.of(references, RealManifold.NEIGHBORS));
        List<SetMetrics> metrics = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            token.throwIfCancelled(TeacherFeatures.CANCELLED);
            double[] distances = nearest.get(set);
            metrics.add(metrics(
                    sets.get(set),
                    manifold,
                    threshold.stream()
                            .mapToDouble(value -> value.count(distances))
                            .findFirst()));
        }
        return new Result(metrics.get(0), SetMetrics.mean(metrics.subList(1, metrics.size())));
    }

    private static SetMetrics metrics(FeatureMatrix set, Optional<RealManifold> manifold, OptionalDouble nearCopies) {
        FeatureDiversity diversity = FeatureDiversity.of(set.values(), new int[set.rows()]);
        Optional<DensityAndCoverage> compared = manifold.map(real -> real.compare(set));
        return new SetMetrics(
                diversity.withinClassCosine(),
                diversity.vendiScore(),
                EffectiveRank.of(set),
                compared.stream().mapToDouble(DensityAndCoverage::density).findFirst(),
                compared.stream().mapToDouble(DensityAndCoverage::coverage).findFirst(),
                nearCopies);
    }

    private FeatureMatrix rows(int... images) throws IOException {
        return new FeatureMatrix(images.length, real.columns(), real.read(images));
    }

    /**
     * Returns the cosine distances of the images of each set, and then of the references, to the nearest other real
     * image of the class.
     */
    private List<double[]> nearest(List<FeatureMatrix> sets, FeatureMatrix references) throws IOException {
        List<NearestRows> searches = new ArrayList<>();
        searches.add(search(sets.get(0), foreign(sets.get(0).rows())));
        for (int set = 1; set < sets.size(); set++) {
            searches.add(search(sets.get(set), samples.sets().get(set - 1)));
        }
        searches.add(search(references, samples.references()));
        for (int from = 0; from < realImages.length; from += PART) {
            token.throwIfCancelled(TeacherFeatures.CANCELLED);
            int[] part = Arrays.copyOfRange(realImages, from, Math.min(from + PART, realImages.length));
            FeatureMatrix rows = rows(part);
            searches.forEach(search -> search.offer(rows, part));
        }
        return searches.stream().map(NearestRows::nearestDistances).toList();
    }

    private static NearestRows search(FeatureMatrix queries, int... own) {
        return NearestRows.ofOthers(queries, 1, RowDistance.COSINE, own);
    }

    private static int[] foreign(int count) {
        return IntStream.range(0, count).map(i -> FOREIGN).toArray();
    }
}
