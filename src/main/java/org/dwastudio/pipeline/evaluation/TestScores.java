package org.dwastudio.pipeline.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.data.OrderedPrefetch;
import org.dwastudio.data.Split;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.metric.ConfusionMatrix;
import org.dwastudio.network.Network;
import org.dwastudio.pipeline.Prefetch;

/**
 * Looks how a student does on the whole test split.
 *
 * @param dataset whose test split
 * @param normalization what the student was trained with
 */
record TestScores(ImageDataset dataset, Normalization normalization) {
    private static final int MOST_PIXELS = 200 * 64 * 64;
    private static final int MOST_IMAGES = 500;

    @SuppressWarnings("ArrayRecordComponent") // Made for one pass, never compared.
    private record Looked(PixelBlock pictures, int[] labels) {}

    /** @param network without gradients */
    ConfusionMatrix of(Network network, NDManager manager) {
        int area = dataset.imageSize() * dataset.imageSize();
        int size = Math.max(1, Math.min(MOST_IMAGES, MOST_PIXELS / area));
        int batches = (dataset.testCount() + size - 1) / size;
        ConfusionMatrix confusion = new ConfusionMatrix(dataset.classNames().size());
        try (OrderedPrefetch<Integer, Looked> left =
                Prefetch.ofThisMachine().over(IntStream.range(0, batches).boxed(), batch -> looked(batch, size))) {
            while (left.hasNext()) {
                Looked looked = left.next();
                try (NDManager scope = manager.newSubManager()) {
                    NDArray images = normalization.toTensor(scope, looked.pictures(), network.dataType());
                    confusion.add(network.logits(images), looked.labels());
                }
            }
        }
        return confusion;
    }

    private Looked looked(int batch, int size) {
        int[] indices = IntStream.range(batch * size, Math.min((batch + 1) * size, dataset.testCount()))
                .toArray();
        return new Looked(dataset.pictures(Split.TEST, indices), dataset.labels(Split.TEST, indices));
    }
}
