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
    private static final int MOST_REPETITIONS = 4;
    /** Total duration of repetitions after which work is not repeated again. */
    private static final double LONG_SECONDS = 1.5;
    /** Duration of the first time from which work is not repeated at all: then the share of compilation is small. */
    private static final double LONGEST_SECONDS = 20;

    /** Creates a stopwatch with the clock of this machine. */
    public WarmStopwatch() {
        this(System::nanoTime);
    }

    /**
     * Returns the seconds of the shortest of a few repetitions of work after the first time; other load lengthens some of
     * them. Work of seconds is repeated only once, and work that takes so long that its start no longer matters not at all.
     */
    public double seconds(Runnable work) {
        double first = once(work);
        if (first > LONGEST_SECONDS) {
            return first;
        }
        double shortest = once(work);
        double spent = shortest;
        for (int made = 1; made < MOST_REPETITIONS && !isLong(spent); made++) {
            double again = once(work);
            spent += again;
            shortest = Math.min(shortest, again);
        }
        return shortest;
    }

    /** Returns true if work of this duration is measured as few times as possible. */
    public static boolean isLong(double seconds) {
        return seconds > LONG_SECONDS;
    }

    /** Returns the seconds of work that is done once, for example to warm up. */
    public double once(Runnable work) {
        long begun = nanoClock.getAsLong();
        work.run();
        return (nanoClock.getAsLong() - begun) / NANOS_PER_SECOND;
    }
}
