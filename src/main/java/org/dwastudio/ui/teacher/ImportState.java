package org.dwastudio.ui.teacher;

/** How far an import of weights is. */
public enum ImportState {
    /** No file was chosen yet. */
    EMPTY,
    /** It is being found out which networks the file fits. */
    LOOKING,
    /** A network fits; the import can begin. */
    READY,
    IMPORTING,
    /** There is a teacher; it waits to be used or discarded. */
    DONE,
    /** It did not work; the problem says why. */
    FAILED
}
