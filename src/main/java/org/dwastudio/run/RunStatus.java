package org.dwastudio.run;

/** How a run ended, by what its log says. */
public enum RunStatus {
    FINISHED,
    /** By the user; what was done is kept. */
    STOPPED,
    /** Something went wrong, and the log says what. */
    FAILED,
    /** The log breaks off: the run goes on, or its process was ended. */
    NONE
}
