package org.dwastudio.image;

/**
 * Size and colour of a stored image, upright.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 (grey) or 3 (colour)
 */
public record ImageHeader(int width, int height, int channels) {
    public boolean isSquare() {
        return width == height;
    }

    public int shorterSide() {
        return Math.min(width, height);
    }
}
