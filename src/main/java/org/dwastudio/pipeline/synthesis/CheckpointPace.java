package org.dwastudio.pipeline.synthesis;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a checkpoint is due: every few seconds and at every column's end, but never so often that writing them takes more
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
     * @param columnEnded whether a column has just ended
     */
    public boolean isDue(boolean columnEnded) {
        long elapsed = nanoClock.getAsLong() - last;
        return elapsed >= rest && (columnEnded || elapsed >= interval);
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
