package org.dwastudio.run.history;

/** State of a run in the history. */
public enum RunState {
    RUNNING,
    FINISHED,
    /** Stopped by the user. */
    STOPPED,
    /** Failed; the log of the run states the reason. */
    FAILED,
    /** Its process was killed: the run can be resumed. */
    INTERRUPTED,
    /** The folder cannot be read completely. */
    DAMAGED
}
