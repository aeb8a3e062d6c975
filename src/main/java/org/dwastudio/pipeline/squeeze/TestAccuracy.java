package org.dwastudio.pipeline.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.data.Split;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.Accuracy;
import org.dwastudio.network.Network;
import org.dwastudio.pipeline.CancellationToken;

/**
 * Measures a network on the whole test split.
 *
 * @param dataset whose test split
 * @param normalization what the network was trained with
 */
public record TestAccuracy(ImageDataset dataset, Normalization normalization) {
    private static final int LARGEST_BATCH = 200;
    private static final int SMALLEST_BATCH = 8;
    // So many pixels of a batch fill the processor; more only take memory.
    private static final int PIXELS = LARGEST_BATCH * 64 * 64;

    /**
     * Runs all test images through the network, unchanged.
     *
     * @param network without gradients
     * @param manager parent of one manager a batch
     * @return top-1 accuracy, 0 to 1
     */
    double of(Network network, NDManager manager) {
        return of(network, manager, ProgressListener.NONE, new CancellationToken());
    }

    /**
     * Does the same, telling how far it is.
     *
     * @param progress test images that were looked at
     * @throws CancellationException once the token says so, before the next batch
     */
    public double of(Network network, NDManager manager, ProgressListener progress, CancellationToken token) {
        int step =
                Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, PIXELS / (dataset.imageSize() * dataset.imageSize())));
        Accuracy accuracy = new Accuracy();
        progress.progressed(0, dataset.testCount());
        for (int from = 0; from < dataset.testCount(); from += step) {
            if (token.isCancelled()) {
                throw new CancellationException("The accuracy was not measured to the end.");
            }
            int[] indices = IntStream.range(from, Math.min(from + step, dataset.testCount()))
                    .toArray();
            try (NDManager batch = manager.newSubManager()) {
                NDArray images =
                        normalization.toTensor(batch, dataset.pictures(Split.TEST, indices), network.dataType());
                accuracy.add(network.logits(images), dataset.labels(Split.TEST, indices));
            }
            progress.progressed(accuracy.total(), dataset.testCount());
        }
        return accuracy.value();
    }
}
