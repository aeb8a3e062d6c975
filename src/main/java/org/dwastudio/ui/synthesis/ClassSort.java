package org.dwastudio.ui.synthesis;

/** Order of the rows of the grid. */
public enum ClassSort {
    /** By label, as in the dataset. */
    DATASET,
    NAME,
    /** By the accuracy of the students, the worst class first. */
    ACCURACY
}
