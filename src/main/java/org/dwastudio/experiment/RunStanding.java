package org.dwastudio.experiment;

/** How a run of the history stands. */
public enum RunStanding {
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
