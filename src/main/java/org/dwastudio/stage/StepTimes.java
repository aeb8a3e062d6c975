package org.dwastudio.stage;

import java.util.List;

/**
 * Durations of repetitions of a step.
 *
 * @param milliseconds duration of every repetition, at least one
 */
public record StepTimes(List<Double> milliseconds) {
    public StepTimes {
        milliseconds = List.copyOf(milliseconds);
        if (milliseconds.isEmpty()) {
            throw new IllegalArgumentException("a step was not timed once");
        }
    }

    /** Returns the median, in milliseconds. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the shortest duration, in milliseconds. */
    public double best() {
        return sorted()[0];
    }

    /** Returns the number of repetitions. */
    public int count() {
        return milliseconds.size();
    }

    private double[] sorted() {
        return milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
