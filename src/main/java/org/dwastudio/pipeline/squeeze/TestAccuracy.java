package org.dwastudio.pipeline.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.data.Split;
import org.dwastudio.metric.Accuracy;
import org.dwastudio.network.Network;

/**
 * Measures a network on the whole test split.
 *
 * @param dataset whose test split
 * @param normalization what the network was trained with
 */
record TestAccuracy(ImageDataset dataset, Normalization normalization) {
    private static final int BATCH = 200;

    /**
     * Runs all test images through the network, unchanged.
     *
     * @param network without gradients
     * @param manager parent of one manager a batch
     * @return top-1 accuracy, 0 to 1
     */
    double of(Network network, NDManager manager) {
        Accuracy accuracy = new Accuracy();
        for (int from = 0; from < dataset.testCount(); from += BATCH) {
            int[] indices = IntStream.range(from, Math.min(from + BATCH, dataset.testCount()))
                    .toArray();
            try (NDManager batch = manager.newSubManager()) {
                NDArray images =
                        normalization.toTensor(batch, dataset.pictures(Split.TEST, indices), network.dataType());
                accuracy.add(network.logits(images), dataset.labels(Split.TEST, indices));
            }
        }
        return accuracy.value();
    }
}
