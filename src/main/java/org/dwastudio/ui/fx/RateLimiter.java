package org.dwastudio.ui.fx;

/** Lets through at most one call an interval. */
public final class RateLimiter {
    private final long intervalNanos;
    private long nextNanos;
    private boolean begun;

    public RateLimiter(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /**
     * Whether the interval since the last call that was let through is over; if so, the next interval begins.
     *
     * @param nowNanos a time that never falls
     */
    public boolean isDue(long nowNanos) {
        if (begun && nowNanos - nextNanos < 0) {
            return false;
        }
        begun = true;
        nextNanos = nowNanos + intervalNanos;
        return true;
    }
}
