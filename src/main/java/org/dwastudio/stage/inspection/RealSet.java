package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.NearestRows;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.metric.feature.RowDistance;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/**
 * Training images of a dataset with the features of a teacher, for comparisons with distilled images. Indices are those
 * of the training split. Holds no tensors: it is used on any thread, by several at once.
 */
public final class RealSet implements AutoCloseable {
    private static final int PART = 1024;
    /** Values that are kept of the real images of all classes together: 128 MB. */
    private static final long MOST_KEPT_VALUES = 1L << 25;

    private final ImageDataset dataset;
    private final FloatMatrixFile features;
    private final Map<Integer, ClassReference> references = new ConcurrentHashMap<>();

    /**
     * Creates the set.
     *
     * @param features one row per training image; closed with this set
     */
    public RealSet(ImageDataset dataset, FloatMatrixFile features) {
        this.dataset = dataset;
        this.features = features;
    }

    /** Returns the number of classes. */
    public int classes() {
        return dataset.classNames().size();
    }

    /** Returns the number of training images. */
    public int count() {
        return dataset.trainCount();
    }

    /** Returns some images. */
    public ImageBatch images(int... indices) {
        return dataset.images(Split.TRAIN, indices);
    }

    /** Returns the name of an image, its file where it has one. */
    public String name(int index) {
        return dataset.describe(Split.TRAIN, index);
    }

    /** Returns the file of an image; empty if the dataset has no file per image. */
    public Optional<Path> file(int index) {
        return dataset.file(Split.TRAIN, index);
    }

    /**
     * Compares distilled images with real images of their classes, on all processors. The part that depends on real
     * images only is kept for the next call with as many images.
     *
     * @param labels class of each distilled image
     * @param seed seed of the choice of random real images
     * @param progress real images that were compared, of all of them
     * @param token checked several times per class
     * @throws IOException if the features cannot be read
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public InspectionReport compare(
            FeatureMatrix distilled, int[] labels, long seed, ProgressListener progress, CancellationToken token)
            throws IOException {
        List<ClassMetrics> metrics = new ArrayList<>();
        int compared = 0;
        for (int label = 0; label < classes(); label++) {
            int[] real = dataset.indicesOf(Split.TRAIN, label);
            int[] rows = rowsOf(label, labels);
            if (rows.length > 0 && real.length > 0) {
                ClassReference reference = reference(new ClassReference.Key(label, rows.length, seed), real, token);
                metrics.add(new ClassMetrics(
                        label,
                        dataset.classNames().get(label),
                        rows.length,
                        reference.compare(distilled.select(rows), token),
                        reference.real(),
                        reference.count()));
            }
            compared += real.length;
            progress.progressed(compared, dataset.trainCount());
        }
        return InspectionReport.of(metrics);
    }

    private ClassReference reference(ClassReference.Key key, int[] real, CancellationToken token) throws IOException {
        Optional<ClassReference> known =
                Optional.ofNullable(references.get(key.label())).filter(kept -> kept.isFor(key));
        if (known.isPresent()) {
            return known.get();
        }
        ClassSamples samples = ClassSamples.of(real, key.images(), key.label(), new SeedSequence(key.seed()));
        ClassReference computed = ClassReference.of(key, features, real, samples, token);
        if ((long) classes() * ClassSamples.MOST_REFERENCES * features.columns() <= MOST_KEPT_VALUES) {
            references.put(key.label(), computed);
        }
        return computed;
    }

    private static int[] rowsOf(int label, int... labels) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label)
                .toArray();
    }

    /**
     * Searches the nearest real images of a class.
     *
     * @param image exactly one image, in the shape of the dataset
     * @param queried its features
     * @param token checked before every part
     * @throws IOException if the features cannot be read
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public NearestReal nearest(ImageBatch image, float[] queried, int label, CancellationToken token)
            throws IOException {
        return NearestReal.of(image, queried, dataset, dataset.indicesOf(Split.TRAIN, label), features, token);
    }

    /**
     * Searches the nearest real image of the same class of each distilled image, by the cosine of the features.
     *
     * @param labels class of each distilled image
     * @param token checked before every part
     * @return a neighbor per image; none if its class has no real image
     * @throws IOException if the features cannot be read
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public List<Optional<Neighbor>> nearestOfClass(FeatureMatrix distilled, int[] labels, CancellationToken token)
            throws IOException {
        List<Optional<Neighbor>> nearest = new ArrayList<>(Collections.nCopies(labels.length, Optional.empty()));
        for (int label : Arrays.stream(labels).distinct().toArray()) {
            int[] rows = rowsOf(label, labels);
            NearestRows search = NearestRows.of(distilled.select(rows), 1, RowDistance.COSINE);
            int[] real = dataset.indicesOf(Split.TRAIN, label);
            for (int from = 0; from < real.length; from += PART) {
                token.throwIfCancelled(TeacherFeatures.CANCELLED);
                int[] part = Arrays.copyOfRange(real, from, Math.min(from + PART, real.length));
                search.offer(new FeatureMatrix(part.length, features.columns(), features.read(part)), part);
            }
            for (int i = 0; i < rows.length; i++) {
                nearest.set(rows[i], search.of(i).stream().findFirst());
            }
        }
        return nearest;
    }

    /**
     * Returns a random sample with as many images of each class as possible.
     *
     * @param most largest number of images
     * @throws IOException if the features cannot be read
     */
    public RealSample sample(int most, long seed) throws IOException {
        int[] indices = RealSample.indices(dataset, most, new SeedSequence(seed));
        return new RealSample(
                indices,
                dataset.labels(Split.TRAIN, indices),
                new FeatureMatrix(indices.length, features.columns(), features.read(indices)));
    }

    @Override
    public void close() throws IOException {
        features.close();
    }
}
