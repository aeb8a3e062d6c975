package org.dwastudio.ui.fx;

import java.util.function.LongSupplier;

/**
 * How much of the time may go into drawing. What was drawn is paid for by waiting: so a slow screen is drawn on less often,
 * a fast one as often as is asked for, and the engine loses the same small share on either.
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
     * Begins without debt.
     *
     * @param share of the time, 0 to 1
     * @param longestWaitNanos after which a frame is allowed whatever it costs
     * @param drawingNanos processor time that drawing has taken so far
     */
    FrameBudget(double share, long longestWaitNanos, LongSupplier drawingNanos) {
        this.share = share;
        this.longestWaitNanos = longestWaitNanos;
        this.drawingNanos = drawingNanos;
    }

    /**
     * Whether there is time for another frame.
     *
     * @param nowNanos a time that never falls
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
