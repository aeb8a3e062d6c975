package org.dwastudio.stage;

import java.util.List;

/**
 * How long the same step took again and again.
 *
 * @param milliseconds of every repetition, at least one
 */
public record StepTimes(List<Double> milliseconds) {
    public StepTimes {
        milliseconds = List.copyOf(milliseconds);
        if (milliseconds.isEmpty()) {
            throw new IllegalArgumentException("a step was not timed once");
        }
    }

    /** The middle one, in milliseconds. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The shortest, in milliseconds. */
    public double best() {
        return sorted()[0];
    }

    /** How many there are. */
    public int count() {
        return milliseconds.size();
    }

    private double[] sorted() {
        return milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
