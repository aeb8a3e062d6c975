package org.dwastudio.metric;

import ai.djl.ndarray.NDArray;

/** Top-1 accuracy, counted up batch by batch. */
public final class Accuracy {
    private long right;
    private long total;

    /**
     * Counts one batch. Of equal largest logits the first counts as the answer.
     *
     * @param logits [N, classes]
     * @param labels the N right classes
     * @throws IllegalArgumentException when there are not as many labels as rows of logits
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
            right += answers[i] == labels[i] ? 1 : 0;
        }
        total += labels.length;
    }

    /** The share of right answers, 0 to 1; 0 before the first batch. */
    public double value() {
        return total == 0 ? 0 : (double) right / total;
    }

    /** Number of images counted. */
    public long total() {
        return total;
    }
}
