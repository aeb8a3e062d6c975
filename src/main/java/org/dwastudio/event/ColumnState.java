package org.dwastudio.event;

/** Progress state of a column of the image grid. */
public enum ColumnState {
    /** Its images are the start images. */
    WAITING,
    RUNNING,
    /** The run ended before the column did. */
    STOPPED,
    FINISHED
}
