package org.dwastudio.ui.fx;

import java.util.function.LongSupplier;

/**
 * Limit on the share of time spent on drawing. Each frame is followed by a wait in proportion to its cost: a slow
 * screen is drawn less often, a fast one as often as requested, and the engine loses the same small share on both.
 */
final class FrameBudget {
    private final double share;
    private final long longestWaitNanos;
    private final LongSupplier drawingNanos;
    private boolean begun;
    private long lastNanos;
    private long lastDrawingNanos;
    private double debtNanos;
    private long lastAllowedNanos;

    /**
     * Creates an unused budget.
     *
     * @param share share of the time, 0 to 1
     * @param longestWaitNanos wait after which a frame is allowed whatever it costs
     * @param drawingNanos processor time spent on drawing so far
     */
    FrameBudget(double share, long longestWaitNanos, LongSupplier drawingNanos) {
        this.share = share;
        this.longestWaitNanos = longestWaitNanos;
        this.drawingNanos = drawingNanos;
    }

    /**
     * Returns true if the budget allows another frame.
     *
     * @param nowNanos a monotonic time
     */
    boolean allows(long nowNanos) {
        long drawing = drawingNanos.getAsLong();
        if (begun) {
            double earned = share * (nowNanos - lastNanos);
            debtNanos = Math.max(0, debtNanos + drawing - lastDrawingNanos - earned);
        } else {
            lastAllowedNanos = nowNanos - longestWaitNanos;
            begun = true;
        }
        lastNanos = nowNanos;
        lastDrawingNanos = drawing;
        boolean allowed = debtNanos == 0 || nowNanos - lastAllowedNanos >= longestWaitNanos;
        if (allowed) {
            lastAllowedNanos = nowNanos;
        }
        return allowed;
    }
}
