package org.dwastudio.metric;

import ai.djl.ndarray.NDArray;

/** Top-1 accuracy, accumulated batch by batch. */
public final class Accuracy {
    private long correct;
    private long total;

    /**
     * Adds one batch. Of equal largest logits the first is the prediction.
     *
     * @param logits [N, classes]
     * @param labels the N true classes
     * @throws IllegalArgumentException if the number of labels differs from the rows of logits
     */
    public void add(NDArray logits, int... labels) {
        if (logits.getShape().get(0) != labels.length) {
            throw new IllegalArgumentException(labels.length + " labels for logits of shape " + logits.getShape());
        }
        long[] answers;
        try (NDArray best = logits.argMax(1)) {
            answers = best.toLongArray();
        }
        for (int i = 0; i < labels.length; i++) {
            correct += answers[i] == labels[i] ? 1 : 0;
        }
        total += labels.length;
    }

    /** Returns the share of correct predictions, 0 to 1; 0 before the first batch. */
    public double value() {
        return total == 0 ? 0 : (double) correct / total;
    }

    /** Returns the number of images counted. */
    public long total() {
        return total;
    }
}
