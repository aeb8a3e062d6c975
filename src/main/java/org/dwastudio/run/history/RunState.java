package org.dwastudio.run.history;

/** How a run of the history stands. */
public enum RunState {
    UNDER_WAY,
    FINISHED,
    /** By the user. */
    STOPPED,
    /** Something went wrong; the log of the run says what. */
    FAILED,
    /** Its process was ended: it can be gone on with. */
    INTERRUPTED,
    /** The folder cannot be read as it should. */
    DAMAGED
}
