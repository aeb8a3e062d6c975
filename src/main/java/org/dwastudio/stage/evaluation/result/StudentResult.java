package org.dwastudio.stage.evaluation.result;

import java.util.Arrays;

/**
 * How good one student is on the test split.
 *
 * @param task which student
 * @param images it was trained on
 * @param steps it made
 * @param last top-1 accuracy after the last step, 0 to 1: the result
 * @param best the highest top-1 accuracy of all measurements; chosen on the test split, so it flatters
 * @param bestStep steps made then
 * @param topFive share of images whose class is among the five most likely after the last step
 * @param seconds of training, measurements left out
 * @param confusion test images of a class (row) that were taken for another (column) after the last step
 */
@SuppressWarnings("ArrayRecordComponent") // A table that is read, never compared.
public record StudentResult(
        StudentTask task,
        int images,
        int steps,
        double last,
        double best,
        int bestStep,
        double topFive,
        double seconds,
        long[][] confusion) {

    /** Share of right answers among the test images of a class; NaN when there are none. */
    public double accuracyOf(int label) {
        return (double) confusion[label][label]
                / Arrays.stream(confusion[label]).sum();
    }
}
