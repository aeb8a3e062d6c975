package org.dwastudio.image;

/**
 * Size and channels of a stored image, after its orientation is applied.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param channels 1 (gray) or 3 (color)
 */
public record ImageHeader(int width, int height, int channels) {
    public boolean isSquare() {
        return width == height;
    }

    public int shorterSide() {
        return Math.min(width, height);
    }
}
