package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/**
 * Features of a distilled set and of the training images that it replaces. Holds no tensors: it is used on any thread.
 *
 * @param distilled one row per image
 * @param labels class of each row
 * @param dataset the real images
 * @param real features of its training split; closed with this set
 * @param seed seed of the choice of random real images
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one inspection, never compared.
public record InspectedSet(FeatureMatrix distilled, int[] labels, ImageDataset dataset, FloatMatrixFile real, long seed)
        implements AutoCloseable {

    /**
     * Computes the metrics of all classes that have images, on all processors.
     *
     * @param progress real images that were compared, of all of them
     * @param token checked several times per class
     * @throws IOException if the features cannot be read
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public InspectionReport report(ProgressListener progress, CancellationToken token) throws IOException {
        List<ClassMetrics> classes = new ArrayList<>();
        int compared = 0;
        for (int label = 0; label < dataset.classNames().size(); label++) {
            int[] realImages = dataset.indicesOf(Split.TRAIN, label);
            int[] rows = rowsOf(label);
            if (rows.length > 0 && realImages.length > 0) {
                classes.add(metrics(label, rows, realImages, token));
            }
            compared += realImages.length;
            progress.progressed(compared, dataset.trainCount());
        }
        return InspectionReport.of(classes);
    }

    private ClassMetrics metrics(int label, int[] rows, int[] realImages, CancellationToken token) throws IOException {
        ClassSamples samples = ClassSamples.of(realImages, rows.length, label, new SeedSequence(seed));
        ClassInspection.Result result =
                new ClassInspection(real, realImages, samples, token).of(distilled.select(rows));
        return new ClassMetrics(
                label,
                dataset.classNames().get(label),
                rows.length,
                result.distilled(),
                result.real(),
                samples.references().length);
    }

    private int[] rowsOf(int label) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label)
                .toArray();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
