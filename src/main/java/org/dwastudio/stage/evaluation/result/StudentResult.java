package org.dwastudio.stage.evaluation.result;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.dwastudio.config.HeldOut.ScoredOn;

/**
 * Result of one student on the test split, or on the held-out images that play it.
 *
 * @param task identifies the student
 * @param images number of images it was trained on
 * @param steps number of training steps
 * @param last top-1 accuracy after the last step, 0 to 1: the result
 * @param best the highest top-1 accuracy of all measurements; chosen on the test split, so it is optimistically biased
 * @param bestStep number of steps at that measurement
 * @param topFive fraction of images whose class is among the five most likely after the last step
 * @param seconds training time without measurements
 * @param confusion number of test images by true class (first index) and predicted class (second index) after the last
 *     step
 * @param scoredOn images that it was measured on
 */
@SuppressWarnings("ArrayRecordComponent") // The matrix is read, never compared.
public record StudentResult(
        StudentTask task,
        int images,
        int steps,
        double last,
        double best,
        int bestStep,
        double topFive,
        double seconds,
        long[][] confusion,
        ScoredOn scoredOn) {
    private static final double CLEARLY_LARGER = 1.1;

    /** Creates the result of a student that was measured on the test split. */
    public StudentResult(
            StudentTask task,
            int images,
            int steps,
            double last,
            double best,
            int bestStep,
            double topFive,
            double seconds,
            long[][] confusion) {
        this(task, images, steps, last, best, bestStep, topFive, seconds, confusion, ScoredOn.TEST);
    }

    /** Returns the fraction of correct predictions among the test images of a class; NaN when there are none. */
    public double accuracyOf(int label) {
        return (double) confusion[label][label]
                / Arrays.stream(confusion[label]).sum();
    }

    /** Returns true if the largest class of the test images is more than a tenth larger than the smallest. */
    boolean isOnUnequalClasses() {
        LongSummaryStatistics sizes = Arrays.stream(confusion)
                .mapToLong(row -> Arrays.stream(row).sum())
                .summaryStatistics();
        return sizes.getMax() > CLEARLY_LARGER * sizes.getMin();
    }

    /**
     * Returns the balanced accuracy after the last step: the mean of {@link #accuracyOf} over the classes with test
     * images, in which small classes count as much as large ones.
     */
    public double balanced() {
        return IntStream.range(0, confusion.length)
                .mapToDouble(this::accuracyOf)
                .filter(accuracy -> !Double.isNaN(accuracy))
                .average()
                .orElse(0);
    }
}
