package org.dwastudio.ui.stage;

/** State of a stage's work as far as the window knows it. */
public enum RunPhase {
    /** No work, or its end has been reported. */
    IDLE,
    RUNNING,
    PAUSED,
    /** Cancellation was requested; the current step is being finished. */
    STOPPING;

    /** Returns true while there is work that has not ended. */
    public boolean isActive() {
        return this != IDLE;
    }
}
