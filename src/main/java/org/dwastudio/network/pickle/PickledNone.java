package org.dwastudio.network.pickle;

/** Python's {@code None}. */
public enum PickledNone {
    NONE
}
