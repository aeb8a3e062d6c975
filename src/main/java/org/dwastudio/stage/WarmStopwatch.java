package org.dwastudio.stage;

import java.util.function.LongSupplier;

/**
 * Stopwatch for estimates. Work is done once before it is measured: the first time also compiles code, selects kernels
 * and allocates memory, which takes several times as long and does not recur. In an estimate, one measurement stands for
 * many steps, so that the first time must not count.
 *
 * @param nanoClock clock in nanoseconds
 */
public record WarmStopwatch(LongSupplier nanoClock) {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Duration of the first time after which work is not repeated: then its share of compilation is small. */
    private static final double LONGEST_SECONDS = 2;

    /** Creates a stopwatch with the clock of this machine. */
    public WarmStopwatch() {
        this(System::nanoTime);
    }

    /** Returns the seconds of the shorter of two repetitions of work after the first time. */
    public double seconds(Runnable work) {
        double first = once(work);
        return first > LONGEST_SECONDS ? first : Math.min(once(work), once(work));
    }

    /** Returns the seconds of work that is done once, for example to warm up. */
    public double once(Runnable work) {
        long begun = nanoClock.getAsLong();
        work.run();
        return (nanoClock.getAsLong() - begun) / NANOS_PER_SECOND;
    }
}
