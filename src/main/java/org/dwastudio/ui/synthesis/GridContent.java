package org.dwastudio.ui.synthesis;

/** Content of the tiles of the grid. */
public enum GridContent {
    IMAGES,
    /** Signed change since the start image. */
    CHANGE
}
