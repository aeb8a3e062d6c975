package org.dwastudio.ui.dataset;

/** State of a check or a download. */
public enum WorkState {
    /** Not started. */
    READY,
    RUNNING,
    /** Asked to stop; its last part is still running. */
    CANCELLING,
    CANCELLED,
    FAILED,
    DONE;

    /** Returns true if it is running and cannot be started. */
    public boolean isActive() {
        return this == RUNNING || this == CANCELLING;
    }
}
