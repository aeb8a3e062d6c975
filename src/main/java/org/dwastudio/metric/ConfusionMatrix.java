package org.dwastudio.metric;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** Confusion matrix, accumulated batch by batch, with top-1 and top-5 accuracy. */
public final class ConfusionMatrix {
    private static final int TOP = 5;

    private final long[][] counts;
    private long amongTop;

    /**
     * Creates an empty matrix.
     *
     * @param classes number of classes
     */
    public ConfusionMatrix(int classes) {
        counts = new long[classes][classes];
    }

    /**
     * Adds one batch. Of equal logits the class with the smaller label ranks first.
     *
     * @param logits [N, classes]
     * @param labels the N true classes
     */
    public void add(NDArray logits, int... labels) {
        if (logits.getShape().get(0) != labels.length) {
            throw new IllegalArgumentException(labels.length + " labels for logits of shape " + logits.getShape());
        }
        float[] values = logits.toFloatArray();
        int classes = counts.length;
        for (int i = 0; i < labels.length; i++) {
            int answer = 0;
            int better = 0;
            float right = values[i * classes + labels[i]];
            for (int label = 0; label < classes; label++) {
                float value = values[i * classes + label];
                answer = value > values[i * classes + answer] ? label : answer;
                better += value > right || (value == right && label < labels[i]) ? 1 : 0;
            }
            counts[labels[i]][answer]++;
            amongTop += better < TOP ? 1 : 0;
        }
    }

    /** Returns the number of images by true class (row) and predicted class (column). */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** Returns the share of correct predictions, 0 to 1; 0 before the first batch. */
    public double topOne() {
        long right = 0;
        for (int label = 0; label < counts.length; label++) {
            right += counts[label][label];
        }
        return share(right, total());
    }

    /** Returns the share of images whose class is among the five most likely, 0 to 1. */
    public double topFive() {
        return share(amongTop, total());
    }

    private long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
