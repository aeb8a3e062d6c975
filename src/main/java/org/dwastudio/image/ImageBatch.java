package org.dwastudio.image;

import java.util.Objects;

/**
 * Batch of images as bytes: [count, height, width, channels], row by row, 0 to 255, channels in the order gray or red,
 * green, blue. The bytes are handed over, not copied: the caller must not write to them afterwards.
 *
 * @param count number of images
 * @param height height of each image, in pixels
 * @param width width of each image, in pixels
 * @param channels 1 (gray) or 3 (color)
 * @param bytes pixels
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity on purpose: these are frames, not values.
public record ImageBatch(int count, int height, int width, int channels, byte[] bytes) {
    public ImageBatch {
        Objects.requireNonNull(bytes);
        if (bytes.length != count * height * width * channels) {
            throw new IllegalArgumentException(
                    "expected " + count + "×" + height + "×" + width + "×" + channels + " bytes, got " + bytes.length);
        }
    }

    /** Returns the brightness of one channel of one pixel, 0 to 255. */
    public int at(int image, int y, int x, int channel) {
        return bytes[((image * height + y) * width + x) * channels + channel] & 0xFF;
    }
}
