package org.dwastudio.task;

/** Cancellation token together with the right to cancel it. Safe from any thread. */
public final class CancellationSource implements CancellationToken {
    private volatile boolean cancelled;

    /** Cancels the token; further calls have no effect. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
