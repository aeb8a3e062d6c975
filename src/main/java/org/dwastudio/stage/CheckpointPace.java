package org.dwastudio.stage;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Schedule of checkpoints: one per interval and one at the end of every part (a column, a student), but never so often
 * that writing them takes more than 1/50 of the time.
 */
public final class CheckpointPace {
    private static final int SPARED = 50;

    private final LongSupplier nanoClock;
    private final long interval;
    private long last;
    private long rest;

    /**
     * Creates a schedule that starts now.
     *
     * @param interval time between two checkpoints
     * @param nanoClock clock in nanoseconds
     */
    public CheckpointPace(Duration interval, LongSupplier nanoClock) {
        this.interval = interval.toNanos();
        this.nanoClock = nanoClock;
        last = nanoClock.getAsLong();
    }

    /**
     * Returns true if a checkpoint is due.
     *
     * @param partEnded true if a part has just ended
     */
    public boolean isDue(boolean partEnded) {
        long elapsed = nanoClock.getAsLong() - last;
        return elapsed >= rest && (partEnded || elapsed >= interval);
    }

    /** Returns the start time of a checkpoint, to be passed to {@link #wrote} when it is written. */
    public long begins() {
        return nanoClock.getAsLong();
    }

    /** Records that the checkpoint started at {@code began} is written. */
    public void wrote(long began) {
        last = nanoClock.getAsLong();
        rest = SPARED * (last - began);
    }
}
