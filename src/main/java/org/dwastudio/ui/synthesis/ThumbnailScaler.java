package org.dwastudio.ui.synthesis;

import org.dwastudio.image.ImageBatch;

/**
 * Downscaling of images so that all images of a large grid fit into memory.
 *
 * @param factor side length in pixels of the square averaged into one pixel; 1 leaves images unchanged
 */
public record ThumbnailScaler(int factor) {
    /** Memory limit for all images of a grid, including the initial ones. */
    static final long MOST_BYTES = 256_000_000;
    /** Images kept per tile: the newest and the initial one. */
    private static final int KEPT = 2;

    private static final int SMALLEST = 8;

    static final ThumbnailScaler NONE = new ThumbnailScaler(1);

    /** Returns the scaler that a grid of images like the example needs. */
    public static ThumbnailScaler of(int rows, int columns, ImageBatch example) {
        long bytes = (long) KEPT * rows * columns * example.height() * example.width() * example.channels();
        int factor = 1;
        while (bytes / ((long) factor * factor) > MOST_BYTES
                && Math.min(example.height(), example.width()) / (factor + 1) >= SMALLEST) {
            factor++;
        }
        return new ThumbnailScaler(factor);
    }

    /** Returns the downscaled images; incomplete squares at the right and bottom edges are dropped. */
    public ImageBatch of(ImageBatch block) {
        if (factor == 1) {
            return block;
        }
        int height = block.height() / factor;
        int width = block.width() / factor;
        int channels = block.channels();
        byte[] bytes = new byte[block.count() * height * width * channels];
        int to = 0;
        for (int image = 0; image < block.count(); image++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    for (int channel = 0; channel < channels; channel++) {
                        bytes[to++] = (byte) mean(block, image, y * factor, x * factor, channel);
                    }
                }
            }
        }
        return new ImageBatch(block.count(), height, width, channels, bytes);
    }

    private int mean(ImageBatch block, int image, int top, int left, int channel) {
        int sum = 0;
        for (int y = top; y < top + factor; y++) {
            for (int x = left; x < left + factor; x++) {
                sum += block.at(image, y, x, channel);
            }
        }
        int count = factor * factor;
        return (sum + count / 2) / count;
    }
}
