package org.dwastudio.ui.fx;

/** Limit of one call per interval. */
public final class RateLimiter {
    private final long intervalNanos;
    private long nextNanos;
    private boolean begun;

    public RateLimiter(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /**
     * Returns true if the interval since the last permitted call is over; the next interval then begins.
     *
     * @param nowNanos a monotonic time
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
