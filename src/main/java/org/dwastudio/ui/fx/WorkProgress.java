package org.dwastudio.ui.fx;

/**
 * Progress of some work.
 *
 * @param done images or bytes, from 0
 * @param total total in the same unit; −1 if unknown
 */
public record WorkProgress(long done, long total) {
    /** State before the first report. */
    public static final WorkProgress NONE = new WorkProgress(0, -1);

    /** Returns 0 to 1, or −1 while the total is unknown. */
    public double fraction() {
        return total > 0 ? Math.min(1, (double) done / total) : -1;
    }
}
