package org.dwastudio.bench;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.stage.RunControl;

/** Stopwatch of a training: measures steps after the warm-up and ends the training after the given time. */
final class TrainingStopwatch {
    private static final int WARM_UP = 3;
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunControl control;
    private final long nanoseconds;
    private final List<Double> milliseconds = new ArrayList<>();
    private long begin;
    private long before;
    private long steps;

    /**
     * Creates a stopwatch.
     *
     * @param control cancels the training
     * @param seconds duration after the warm-up
     */
    TrainingStopwatch(RunControl control, double seconds) {
        this.control = control;
        this.nanoseconds = (long) (seconds * NANOS_PER_SECOND);
    }

    /**
     * Takes the time at the end of a step.
     *
     * @param counts whether the step is measured, if the warm-up is over
     */
    void stepped(boolean counts) {
        long now = System.nanoTime();
        steps++;
        if (steps <= WARM_UP) {
            begin = now;
        } else if (counts) {
            milliseconds.add((now - before) / NANOS_PER_MILLISECOND);
        }
        if (now - begin > nanoseconds && !milliseconds.isEmpty()) {
            control.cancel();
        }
        before = now;
    }

    /** Returns the milliseconds of each measured step. */
    List<Double> milliseconds() {
        return milliseconds;
    }
}
