package org.dwastudio.event;

/** How far a column of the picture grid is. */
public enum ColumnState {
    /** Its pictures are the start images. */
    WAITING,
    RUNNING,
    FINISHED
}
