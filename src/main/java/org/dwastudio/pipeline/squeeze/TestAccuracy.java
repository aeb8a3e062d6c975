package org.dwastudio.pipeline.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.data.OrderedPrefetch;
import org.dwastudio.data.Split;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.Accuracy;
import org.dwastudio.network.Network;
import org.dwastudio.pipeline.Prefetch;

/**
 * Measures a network on the whole test split.
 *
 * @param dataset whose test split
 * @param normalization what the network was trained with
 */
public record TestAccuracy(ImageDataset dataset, Normalization normalization) {
    private static final int MOST_IMAGES = 200;
    // Large images in small batches: what a measurement holds must not outgrow what a training step holds.
    private static final int MOST_PIXELS = 200 * 64 * 64;

    /**
     * Runs all test images through the network, unchanged.
     *
     * @param network without gradients
     * @param manager parent of one manager a batch
     * @return top-1 accuracy, 0 to 1
     */
    double of(Network network, NDManager manager) {
        return of(network, manager, ProgressListener.NONE, () -> false).orElseThrow();
    }

    /**
     * The same, as long as somebody waits for it.
     *
     * @param progress test images that were looked at
     * @param abandoned asked before every batch
     * @return nothing when it was abandoned
     */
    public OptionalDouble of(Network network, NDManager manager, ProgressListener progress, BooleanSupplier abandoned) {
        Accuracy accuracy = new Accuracy();
        int size = batchSize(dataset.imageSize());
        int batches = (dataset.testCount() + size - 1) / size;
        progress.progressed(0, dataset.testCount());
        try (OrderedPrefetch<Integer, TrainingBatch> left =
                Prefetch.ofThisMachine().over(IntStream.range(0, batches).boxed(), batch -> batch(batch, size))) {
            while (left.hasNext()) {
                if (abandoned.getAsBoolean()) {
                    return OptionalDouble.empty();
                }
                TrainingBatch batch = left.next();
                try (NDManager scope = manager.newSubManager()) {
                    NDArray images = normalization.toTensor(scope, batch.pictures(), network.dataType());
                    accuracy.add(network.logits(images), batch.labels());
                }
                progress.progressed(accuracy.total(), dataset.testCount());
            }
        }
        return OptionalDouble.of(accuracy.value());
    }

    static int batchSize(int imageSize) {
        return Math.max(1, Math.min(MOST_IMAGES, MOST_PIXELS / (imageSize * imageSize)));
    }

    private TrainingBatch batch(int batch, int size) {
        int[] indices = IntStream.range(batch * size, Math.min((batch + 1) * size, dataset.testCount()))
                .toArray();
        return new TrainingBatch(dataset.pictures(Split.TEST, indices), dataset.labels(Split.TEST, indices));
    }
}
