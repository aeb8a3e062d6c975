package org.dwastudio.data;

/** The part of a dataset. */
public enum Split {
    /** What a teacher learns from, and where start images come from. */
    TRAIN,
    /** What accuracies are measured on; never looked at in training. */
    TEST
}
