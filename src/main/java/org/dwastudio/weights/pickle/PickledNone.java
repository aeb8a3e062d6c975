package org.dwastudio.weights.pickle;

/** Python's {@code None}. */
public enum PickledNone {
    NONE
}
