package org.dwastudio.ui.sweep.work;

import java.util.OptionalDouble;

/**
 * Time left as it was measured at one moment.
 *
 * @param seconds time left; empty while it is not known
 * @param nanos moment, in nanoseconds of the window's clock
 */
record TimeEstimate(OptionalDouble seconds, long nanos) {
    private static final double NANOS = 1e9;

    static TimeEstimate unknown() {
        return new TimeEstimate(OptionalDouble.empty(), 0);
    }

    static TimeEstimate of(OptionalDouble seconds, long nanos) {
        return new TimeEstimate(seconds, nanos);
    }

    /** Returns the estimate at a later moment, or the same one within a second. */
    TimeEstimate at(long now) {
        double elapsed = (now - nanos) / NANOS;
        if (seconds.isEmpty() || elapsed < 1) {
            return this;
        }
        return new TimeEstimate(OptionalDouble.of(Math.max(0, seconds.getAsDouble() - elapsed)), now);
    }
}
