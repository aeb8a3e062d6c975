package org.dwastudio.train;

import ai.djl.ndarray.NDManager;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.metric.Accuracy;
import org.dwastudio.nn.Network;

/**
 * Measures a network on the whole test split.
 *
 * @param dataset whose test split
 * @param normalization what the network was trained with
 */
public record TestAccuracy(ImageDataset dataset, Normalization normalization) {
    /**
     * Runs all test images through the network, unchanged.
     *
     * @param network without gradients
     * @param manager parent of one manager a batch
     * @return top-1 accuracy, 0 to 1
     */
    public double of(Network network, NDManager manager) {
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
        boolean whole =
                new TestSetEvaluator(dataset, normalization).over(network, manager, accuracy::add, progress, abandoned);
        return whole ? OptionalDouble.of(accuracy.value()) : OptionalDouble.empty();
    }
}
