package org.dwastudio.ui.teacher;

/** State of a weights import. */
public enum ImportState {
    /** No file has been chosen yet. */
    EMPTY,
    /** The networks that fit the file are being determined. */
    LOOKING,
    /** A network fits; the import can begin. */
    READY,
    IMPORTING,
    /** The teacher has been imported and can be used or discarded. */
    DONE,
    /** The import failed; the problem describes the cause. */
    FAILED
}
