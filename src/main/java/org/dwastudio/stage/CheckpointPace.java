package org.dwastudio.stage;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a checkpoint is due: every few seconds and at the end of every part (a column, a student), but never so often that writing them takes more
 * than a fiftieth of the time.
 */
public final class CheckpointPace {
    private static final int SPARED = 50;

    private final LongSupplier nanoClock;
    private final long interval;
    private long last;
    private long rest;

    /**
     * Counts from now.
     *
     * @param interval the time between two checkpoints
     * @param nanoClock tells the time in nanoseconds
     */
    public CheckpointPace(Duration interval, LongSupplier nanoClock) {
        this.interval = interval.toNanos();
        this.nanoClock = nanoClock;
        last = nanoClock.getAsLong();
    }

    /**
     * Whether it is time for one.
     *
     * @param partEnded whether a part has just ended
     */
    public boolean isDue(boolean partEnded) {
        long elapsed = nanoClock.getAsLong() - last;
        return elapsed >= rest && (partEnded || elapsed >= interval);
    }

    /** A checkpoint is begun; tell {@link #wrote} when it is done. */
    public long begins() {
        return nanoClock.getAsLong();
    }

    /** A checkpoint was written that was begun at {@code began}. */
    public void wrote(long began) {
        last = nanoClock.getAsLong();
        rest = SPARED * (last - began);
    }
}
