package org.dwastudio.ui.dataset;

/** How far a check or a download is. */
public enum WorkState {
    /** Not begun. */
    READY,
    RUNNING,
    /** Asked to end; its last piece is under way. */
    CANCELLING,
    CANCELLED,
    FAILED,
    DONE;

    /** Whether it can't be begun, since it is going on. */
    public boolean isActive() {
        return this == RUNNING || this == CANCELLING;
    }
}
