package org.dwastudio.ui.synthesis;

/** Order of the rows of the grid. */
public enum ClassSort {
    /** By label, as in the dataset. */
    DATASET,
    NAME,
    /** By the accuracy of the students, the worst class first. */
    ACCURACY,
    /** By the diversity of the images, the least diverse class first. */
    DIVERSITY;

    /** Returns true if figures are needed, which may not be known. */
    public boolean needsFigures() {
        return this == ACCURACY || this == DIVERSITY;
    }
}
