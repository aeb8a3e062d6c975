package org.dwastudio.data;

/**
 * Size and colour of a stored image, upright.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 (grey) or 3 (colour)
 */
record ImageHeader(int width, int height, int channels) {
    boolean isSquare() {
        return width == height;
    }

    int shorterSide() {
        return Math.min(width, height);
    }
}
