package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.metric.FeatureDiversity;
import org.dwastudio.metric.feature.DensityAndCoverage;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.NearCopyThreshold;
import org.dwastudio.metric.feature.NearestRows;
import org.dwastudio.metric.feature.RealManifold;
import org.dwastudio.metric.feature.RowDistance;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/**
 * Real images of a class, with everything about them that a comparison with distilled images needs. Near-copies are
 * searched among all real images of the class; density and coverage refer to a sample. Holds the sample in memory.
 */
final class ClassReference {
    private static final int PART = 1024;

    private final Key key;
    private final ClassImages all;
    private final int count;
    private final Optional<NearCopyThreshold> threshold;
    private final Optional<RealManifold> manifold;
    private final SetMetrics real;

    /** Class, number of distilled images, and seed of the samples. */
    record Key(int label, int images, long seed) {}

    /** Features of all training images, and the indices of those of the class. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record ClassImages(FloatMatrixFile features, int[] indices) {
        FeatureMatrix rows(int... images) throws IOException {
            return new FeatureMatrix(images.length, features.columns(), features.read(images));
        }

        /** Offers all images of the class to some searches, part by part. */
        void offerTo(List<NearestRows> searches, CancellationToken token) throws IOException {
            for (int from = 0; from < indices.length; from += PART) {
                token.throwIfCancelled(TeacherFeatures.CANCELLED);
                int[] part = Arrays.copyOfRange(indices, from, Math.min(from + PART, indices.length));
                FeatureMatrix rows = rows(part);
                searches.forEach(search -> search.offer(rows, part));
            }
        }
    }

    private ClassReference(
            Key key,
            ClassImages all,
            int count,
            Optional<NearCopyThreshold> threshold,
            Optional<RealManifold> manifold,
            SetMetrics real) {
        this.key = key;
        this.all = all;
        this.count = count;
        this.threshold = threshold;
        this.manifold = manifold;
        this.real = real;
    }

    /**
     * Computes the reference of a class.
     *
     * @param features features of the training images
     * @param indices indices of the real images of the class
     * @param samples of these
     */
    static ClassReference of(
            Key key, FloatMatrixFile features, int[] indices, ClassSamples samples, CancellationToken token)
            throws IOException {
        ClassImages all = new ClassImages(features, indices.clone());
        List<FeatureMatrix> sets = new ArrayList<>();
        List<NearestRows> searches = new ArrayList<>();
        for (int[] set : samples.sets()) {
            sets.add(all.rows(set));
            searches.add(search(sets.get(sets.size() - 1), set));
        }
        FeatureMatrix references = all.rows(samples.references());
        searches.add(search(references, samples.references()));
        all.offerTo(searches, token);
        List<double[]> nearest =
                searches.stream().map(NearestRows::nearestDistances).toList();
        double[] ofReal = nearest.stream().flatMapToDouble(Arrays::stream).toArray();
        Optional<NearCopyThreshold> threshold =
                indices.length < 2 ? Optional.empty() : Optional.of(NearCopyThreshold.of(ofReal));
        Optional<RealManifold> manifold = references.rows() <= RealManifold.NEIGHBORS
                ? Optional.empty()
                : Optional.of(RealManifold.of(references, RealManifold.NEIGHBORS));
        List<SetMetrics> metrics = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            token.throwIfCancelled(TeacherFeatures.CANCELLED);
            metrics.add(metrics(sets.get(set), manifold, copies(threshold, nearest.get(set))));
        }
        return new ClassReference(key, all, references.rows(), threshold, manifold, SetMetrics.mean(metrics));
    }

    /** Returns true if the samples are those of a key. */
    boolean isFor(Key other) {
        return key.equals(other);
    }

    /** Returns the mean metrics of random real images of the same number. */
    SetMetrics real() {
        return real;
    }

    /** Returns the number of real images that density and coverage refer to. */
    int count() {
        return count;
    }

    /** Computes the metrics of distilled images of the class. */
    SetMetrics compare(FeatureMatrix distilled, CancellationToken token) throws IOException {
        NearestRows search = NearestRows.of(distilled, 1, RowDistance.COSINE);
        all.offerTo(List.of(search), token);
        return metrics(distilled, manifold, copies(threshold, search.nearestDistances()));
    }

    private static OptionalDouble copies(Optional<NearCopyThreshold> threshold, double... distances) {
        return threshold.stream().mapToDouble(value -> value.count(distances)).findFirst();
    }

    private static SetMetrics metrics(FeatureMatrix set, Optional<RealManifold> manifold, OptionalDouble nearCopies) {
        FeatureDiversity diversity = FeatureDiversity.of(set.values(), new int[set.rows()]);
        Optional<DensityAndCoverage> compared = manifold.map(real -> real.compare(set));
        return new SetMetrics(
                diversity.withinClassCosine(),
                diversity.vendiScore(),
                diversity.effectiveRank(),
                compared.stream().mapToDouble(DensityAndCoverage::density).findFirst(),
                compared.stream().mapToDouble(DensityAndCoverage::coverage).findFirst(),
                nearCopies);
    }

    private static NearestRows search(FeatureMatrix queries, int... own) {
        return NearestRows.ofOthers(queries, 1, RowDistance.COSINE, own);
    }
}
