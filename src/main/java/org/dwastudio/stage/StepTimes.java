package org.dwastudio.stage;

import java.util.Collections;
import java.util.List;
import org.dwastudio.metric.Median;

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
        return Median.of(milliseconds);
    }

    /** Returns the shortest duration, in milliseconds. */
    public double best() {
        return Collections.min(milliseconds);
    }

    /** Returns the number of repetitions. */
    public int count() {
        return milliseconds.size();
    }
}
