package org.dwastudio.data.preprocess;

import java.util.concurrent.atomic.AtomicLong;

/** Number of bytes that decoded images may occupy in memory, shared by the splits of a dataset. Thread-safe. */
public final class PixelBudget {
    /** Share of the unused heap: the rest is for batches, weights and checkpoints. */
    private static final int SHARE = 3;

    private final AtomicLong left;

    /** Creates a budget of 0 or more bytes. */
    public PixelBudget(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Returns a third of the Java heap that is not in use. */
    public static PixelBudget ofThisProcess() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return new PixelBudget((runtime.maxMemory() - used) / SHARE);
    }

    /** Takes so many bytes; returns false, and takes none, if fewer are left. */
    boolean take(long bytes) {
        return left.getAndUpdate(now -> now < bytes ? now : now - bytes) >= bytes;
    }

    /** Gives bytes back that were taken. */
    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
