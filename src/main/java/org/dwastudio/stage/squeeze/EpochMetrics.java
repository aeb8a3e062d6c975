package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDArray;
import org.dwastudio.metric.Accuracy;

/** Loss and accuracy of one epoch, as its steps saw them. */
final class EpochMetrics {
    private final Accuracy accuracy = new Accuracy();
    private double totalLoss;

    /**
     * Counts one step.
     *
     * @param meanLoss over the batch
     * @param logits [N, classes]
     * @param labels the N right classes
     */
    void add(double meanLoss, NDArray logits, int... labels) {
        totalLoss += meanLoss * labels.length;
        accuracy.add(logits, labels);
    }

    /** Mean over all images so far; not a number, or infinite, once a step's loss was. */
    double loss() {
        return totalLoss / accuracy.total();
    }

    /** Share of right answers, 0 to 1. */
    double accuracy() {
        return accuracy.value();
    }
}
