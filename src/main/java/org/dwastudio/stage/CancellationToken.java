package org.dwastudio.stage;

/** Asks work to end. Looked at before every step; native code is never interrupted. Safe from any thread. */
public final class CancellationToken {
    private volatile boolean cancelled;

    /** From now on {@link #isCancelled()} is true; calling it again changes nothing. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
