package org.dwastudio.ui.synthesis;

/** What a run is doing, as far as the window knows. */
public enum RunPhase {
    /** There is none, or it is over. */
    IDLE,
    RUNNING,
    PAUSED,
    /** Asked to stop; the step under way is being finished. */
    STOPPING;

    /** Whether a run is under way. */
    public boolean isActive() {
        return this != IDLE;
    }
}
