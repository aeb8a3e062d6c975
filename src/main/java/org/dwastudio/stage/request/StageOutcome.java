package org.dwastudio.stage.request;

/** Result of a stage that may have been stopped early. */
public interface StageOutcome {
    /** Returns true if the stage was stopped before it was complete. */
    boolean cancelled();
}
