package org.dwastudio.stage.inspection;

import java.io.IOException;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationToken;

/**
 * Features of a distilled set and of the training images that it replaces. Holds no tensors: it is used on any thread.
 *
 * @param distilled one row per image
 * @param labels class of each row
 * @param real the training images; closed with this set
 * @param seed seed of the choice of random real images
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one inspection, never compared.
public record InspectedSet(FeatureMatrix distilled, int[] labels, RealSet real, long seed) implements AutoCloseable {

    /**
     * Computes the metrics of all classes that have images, on all processors.
     *
     * @param progress real images that were compared, of all of them
     * @param token checked several times per class
     * @throws IOException if the features cannot be read
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public InspectionReport report(ProgressListener progress, CancellationToken token) throws IOException {
        return real.compare(distilled, labels, seed, progress, token);
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
