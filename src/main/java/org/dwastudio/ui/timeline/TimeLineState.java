package org.dwastudio.ui.timeline;

/** State of a time line: it has snapshots, or the reason why it has none. */
public enum TimeLineState {
    /** There is no run yet, or it has kept nothing so far. */
    EMPTY,
    READY,
    /** The run keeps no snapshots. */
    OFF,
    /** The finished run has none, because it kept none or a version without time line made it. */
    MISSING,
    /** The file cannot be read. */
    DAMAGED
}
