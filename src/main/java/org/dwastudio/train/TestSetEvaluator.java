package org.dwastudio.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.task.CancellationToken;

/**
 * Evaluation of a network on the whole test split, batch by batch and without augmentation.
 *
 * @param dataset dataset whose test split is used
 * @param normalization normalization that the network was trained with
 * @param prefetch preparation of the images
 */
public record TestSetEvaluator(ImageDataset dataset, Normalization normalization, PrefetchPolicy prefetch) {
    private static final int MOST_IMAGES = 200;
    // Large images use small batches, so that an evaluation needs no more memory than a training step.
    private static final int MOST_PIXELS = 200 * 64 * 64;

    /** Creates an evaluation that prepares images on all processors. */
    public TestSetEvaluator(ImageDataset dataset, Normalization normalization) {
        this(dataset, normalization, PrefetchPolicy.ofThisMachine());
    }

    /** Receiver of the logits of every batch. */
    @FunctionalInterface
    public interface Scores {
        /**
         * Adds the logits of one batch.
         *
         * @param logits [N, classes]; closed afterwards
         * @param labels the N correct classes
         */
        void add(NDArray logits, int... labels);
    }

    @SuppressWarnings("ArrayRecordComponent") // Made for one pass, never compared.
    private record Batch(ImageBatch images, int[] labels) {}

    /**
     * Runs the network on the whole test split.
     *
     * @param network without gradients
     * @param manager parent of one manager per batch
     */
    public void over(Network network, NDManager manager, Scores scores) {
        over(network, manager, scores, ProgressListener.NONE, CancellationToken.NONE);
    }

    /**
     * Runs the network on the whole test split unless canceled.
     *
     * @param progress number of test images evaluated so far
     * @param token checked before every batch
     * @return false if it was canceled
     */
    public boolean over(
            Network network, NDManager manager, Scores scores, ProgressListener progress, CancellationToken token) {
        int size = batchSize(dataset.imageSize());
        int batches = (dataset.testCount() + size - 1) / size;
        int seen = 0;
        progress.progressed(0, dataset.testCount());
        try (OrderedPrefetch<Integer, Batch> left =
                prefetch.over(IntStream.range(0, batches).boxed(), batch -> batch(batch, size))) {
            while (left.hasNext()) {
                if (token.isCancelled()) {
                    return false;
                }
                Batch batch = left.next();
                try (NDManager scope = manager.newSubManager()) {
                    NDArray images = normalization.toTensor(scope, batch.images(), network.dataType());
                    scores.add(network.logits(images), batch.labels());
                }
                seen += batch.labels().length;
                progress.progressed(seen, dataset.testCount());
            }
        }
        return true;
    }

    /** Returns the number of images per batch. */
    public static int batchSize(int imageSize) {
        return Math.max(1, Math.min(MOST_IMAGES, MOST_PIXELS / (imageSize * imageSize)));
    }

    /** Returns the images of the first batch, with which the duration of an evaluation is measured. */
    public ImageBatch firstImages() {
        return batch(0, batchSize(dataset.imageSize())).images();
    }

    private Batch batch(int batch, int size) {
        int[] indices = IntStream.range(batch * size, Math.min((batch + 1) * size, dataset.testCount()))
                .toArray();
        return new Batch(dataset.images(Split.TEST, indices), dataset.labels(Split.TEST, indices));
    }
}
