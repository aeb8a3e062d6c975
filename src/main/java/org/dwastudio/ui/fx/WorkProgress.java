package org.dwastudio.ui.fx;

/**
 * How much of some work is done.
 *
 * @param done images or bytes, from 0
 * @param total of the same; −1 while it is not known
 */
public record WorkProgress(long done, long total) {
    /** Before anything was told. */
    public static final WorkProgress NONE = new WorkProgress(0, -1);

    /** 0 to 1, or −1 while the total is not known. */
    public double fraction() {
        return total > 0 ? Math.min(1, (double) done / total) : -1;
    }
}
