package org.dwastudio.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.dwastudio.nn.operator.EngineScalar;

/**
 * Cross-entropy with the hard labels, a share of each target spread evenly over all classes (torch.nn.CrossEntropyLoss
 * with label_smoothing).
 *
 * @param smoothing that share, 0 to below 1
 */
public record SmoothedCrossEntropy(double smoothing) {
    private static final int CLASS_AXIS = 1;

    /**
     * Mean over the batch of (1 − s) · −log p(label) + s · mean over the classes of −log p.
     *
     * @param logits [N, classes]
     * @param labels the N right classes
     */
    public NDArray of(NDArray logits, int... labels) {
        long[] classes = Arrays.stream(labels).asLongStream().toArray();
        NDArray index = logits.getManager().create(classes, new Shape(classes.length, 1));
        NDArray logProbabilities = logits.logSoftmax(CLASS_AXIS);
        NDArray hard = logProbabilities.gather(index, CLASS_AXIS).mean().neg();
        if (smoothing == 0) {
            return hard;
        }
        NDArray spread = logProbabilities.mean().neg();
        return EngineScalar.multiply(hard, 1 - smoothing).add(EngineScalar.multiply(spread, smoothing));
    }
}
