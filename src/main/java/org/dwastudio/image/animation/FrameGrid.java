package org.dwastudio.image.animation;

import java.util.Arrays;
import org.dwastudio.image.ImageBatch;

/**
 * Arrangement of the images of a frame.
 *
 * @param columns images per row, at least 1
 * @param scale integer factor of the size of every image, at least 1
 * @param gap black pixels between the images, at least 0
 */
public record FrameGrid(int columns, int scale, int gap) {
    public FrameGrid {
        if (columns < 1 || scale < 1 || gap < 0) {
            throw new IllegalArgumentException(columns + " columns, scale " + scale + ", gap " + gap);
        }
    }

    /** Returns the width of a frame, in pixels. */
    public int width(ImageBatch images) {
        int used = Math.min(columns, images.count());
        return used * (images.width() * scale + gap) - gap;
    }

    /** Returns the height of a frame, in pixels. */
    public int height(ImageBatch images) {
        int rows = (images.count() + columns - 1) / columns;
        return rows * (images.height() * scale + gap) - gap;
    }

    /** Draws the images as palette indices, [height, width]; the gap has the index of black. */
    byte[] indices(ImageBatch images, GifPalette palette) {
        int width = width(images);
        byte[] indices = new byte[Math.multiplyExact(width, height(images))];
        Arrays.fill(indices, palette.index(0, 0, 0));
        for (int image = 0; image < images.count(); image++) {
            int left = image % columns * (images.width() * scale + gap);
            int top = image / columns * (images.height() * scale + gap);
            for (int y = 0; y < images.height() * scale; y++) {
                int at = (top + y) * width + left;
                for (int x = 0; x < images.width() * scale; x++) {
                    indices[at + x] = palette.index(images, image, y / scale, x / scale);
                }
            }
        }
        return indices;
    }
}
