package org.dwastudio.run;

/** Status of a run according to its log. */
public enum RunStatus {
    FINISHED,
    /** Stopped by the user; the results so far are kept. */
    STOPPED,
    /** Failed; the log states the reason. */
    FAILED,
    /** No final event in the log: the run is in progress, or its process was killed. */
    NONE
}
