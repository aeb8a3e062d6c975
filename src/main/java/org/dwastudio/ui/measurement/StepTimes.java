package org.dwastudio.ui.measurement;

import java.util.Arrays;

/**
 * Times at which a run was at some of its steps; those between are interpolated. Keeps a few thousand at most. FX thread
 * only.
 */
final class StepTimes {
    /** Most times that are kept; every second one is dropped when there are more. */
    private static final int MOST = 4096;

    private final double[] steps = new double[MOST];
    private final double[] seconds = new double[MOST];
    private int size;

    /** Forgets all times. */
    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns whether the time of any step is known; a single time is that of no step. */
    boolean isKnown() {
        return size > 1;
    }

    /**
     * Adds a time.
     *
     * @param step steps completed, not fewer than before
     * @param second seconds since the first step
     */
    void add(double step, double second) {
        if (size == MOST) {
            for (int i = 1; i < size / 2; i++) {
                steps[i] = steps[2 * i];
                seconds[i] = seconds[2 * i];
            }
            // The last time stays, so that the newest steps remain exact.
            steps[size / 2] = steps[size - 1];
            seconds[size / 2] = seconds[size - 1];
            size = size / 2 + 1;
        }
        steps[size] = step;
        seconds[size] = second;
        size++;
    }

    /** Returns the last time, in seconds; 0 without any. */
    double lastSecond() {
        return size == 0 ? 0 : seconds[size - 1];
    }

    /** Returns the last step; 0 without any. */
    double lastStep() {
        return size == 0 ? 0 : steps[size - 1];
    }

    /** Returns the seconds at a step; NaN before the first and after the last known step. */
    double at(double step) {
        if (!isKnown() || step < steps[0] || step > steps[size - 1]) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(steps, 0, size, step);
        if (found >= 0) {
            // A step at which the run paused belongs to the time after the pause.
            while (found < size - 1 && steps[found + 1] == step) {
                found++;
            }
            return seconds[found];
        }
        int after = -found - 1;
        double share = (step - steps[after - 1]) / (steps[after] - steps[after - 1]);
        return seconds[after - 1] + share * (seconds[after] - seconds[after - 1]);
    }
}
