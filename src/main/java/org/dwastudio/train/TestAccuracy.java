package org.dwastudio.train;

import ai.djl.ndarray.NDManager;
import java.util.OptionalDouble;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.metric.Accuracy;
import org.dwastudio.nn.Network;
import org.dwastudio.task.CancellationToken;

/**
 * Measurement of a network's accuracy on the whole test split.
 *
 * @param dataset dataset whose test split is used
 * @param normalization normalization that the network was trained with
 */
public record TestAccuracy(ImageDataset dataset, Normalization normalization) {
    /**
     * Runs all test images through the network, without augmentation.
     *
     * @param network without gradients
     * @param manager parent of one manager per batch
     * @return top-1 accuracy, 0 to 1
     */
    public double of(Network network, NDManager manager) {
        return of(network, manager, ProgressListener.NONE, CancellationToken.NONE)
                .orElseThrow();
    }

    /**
     * Runs all test images through the network unless canceled.
     *
     * @param progress number of test images evaluated so far
     * @param token checked before every batch
     * @return empty if it was canceled
     */
    public OptionalDouble of(Network network, NDManager manager, ProgressListener progress, CancellationToken token) {
        Accuracy accuracy = new Accuracy();
        boolean whole =
                new TestSetEvaluator(dataset, normalization).over(network, manager, accuracy::add, progress, token);
        return whole ? OptionalDouble.of(accuracy.value()) : OptionalDouble.empty();
    }
}
