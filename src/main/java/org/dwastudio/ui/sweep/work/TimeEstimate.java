package org.dwastudio.ui.sweep.work;

import java.util.OptionalDouble;

/**
 * Time left as it was measured at one moment.
 *
 * @param seconds time left; empty while it is not known
 * @param least time of the runs that wait, below which the time left does not fall while one of them waits
 * @param nanos moment, in nanoseconds of the window's clock
 */
record TimeEstimate(OptionalDouble seconds, double least, long nanos) {
    private static final double NANOS = 1e9;

    static TimeEstimate unknown() {
        return new TimeEstimate(OptionalDouble.empty(), 0, 0);
    }

    /** Returns the estimate at a later moment, or the same one within a second. */
    TimeEstimate at(long now) {
        double elapsed = (now - nanos) / NANOS;
        if (seconds.isEmpty() || elapsed < 1) {
            return this;
        }
        return new TimeEstimate(OptionalDouble.of(Math.max(least, seconds.getAsDouble() - elapsed)), least, now);
    }
}
