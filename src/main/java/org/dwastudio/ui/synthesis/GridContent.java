package org.dwastudio.ui.synthesis;

/** Content of the tiles of the grid. */
public enum GridContent {
    IMAGES,
    /** Signed change since the start image. */
    CHANGE,
    /** Each image with the nearest real image of its class. */
    NEAREST
}
