package org.dwastudio.data;

/** Part of a dataset. */
public enum Split {
    /** Images that a teacher learns from and that start images are taken from. */
    TRAIN,
    /** Images that accuracies are measured on; never used in training. */
    TEST
}
