package org.dwastudio.sweep;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clock of the run in progress. It begins at the duration of the earlier parts of an interrupted run, and writes its own
 * from time to time, so that it survives the end of the process. Thread-safe.
 */
final class TrialClock {
    private static final Logger LOG = LoggerFactory.getLogger(TrialClock.class);
    private static final double NANOS = 1e9;
    /** Largest part of a run that a killed process loses, in seconds. */
    private static final double PACE = 15;

    private final ElapsedTime file;
    private final LongSupplier nanoClock;
    private String trial = "";
    private long seed;
    private double before;
    private long begun;
    private double written;

    /** @param nanoClock clock in nanoseconds */
    TrialClock(ElapsedTime file, LongSupplier nanoClock) {
        this.file = file;
        this.nanoClock = nanoClock;
        begun = nanoClock.getAsLong();
    }

    /** Starts with a run, or with the next part of an interrupted one. */
    synchronized void begin(TrialQueue.Next run) {
        trial = run.trial();
        seed = run.seed();
        before = file.of(trial, seed);
        written = before;
        begun = nanoClock.getAsLong();
    }

    /** Returns the duration of all parts of the run until now, in seconds. */
    synchronized double seconds() {
        return before + (nanoClock.getAsLong() - begun) / NANOS;
    }

    /** Writes the duration if it was not written for a while. */
    synchronized void keepSometimes() {
        if (!trial.isEmpty() && seconds() - written >= PACE) {
            keep();
        }
    }

    /** Writes the duration of a run that is interrupted. */
    synchronized void keep() {
        written = seconds();
        try {
            file.write(trial, seed, written);
        } catch (IOException e) {
            // Without the file only the time of this part is lost; a full disk ends the run by itself.
            LOG.warn("The duration of the run is not kept: {}", e.getMessage());
        }
    }

    /**
     * Ends the run, whose duration is in the table from now on.
     *
     * @throws IOException if the folder cannot be written
     */
    synchronized void end() throws IOException {
        trial = "";
        file.clear();
    }
}
