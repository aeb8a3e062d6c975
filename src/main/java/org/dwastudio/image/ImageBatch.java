package org.dwastudio.image;

import java.util.Objects;

/**
 * Some pictures as bytes: [count, height, width, channels], row by row, 0 to 255, channels in the order grey or red,
 * green, blue. The bytes are handed over, not copied: whoever makes a block must not write to them afterwards.
 *
 * @param count number of pictures
 * @param height of each, in pixels
 * @param width of each, in pixels
 * @param channels 1 (grey) or 3 (colour)
 * @param bytes the pixels
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

    /** The brightness of one channel of one pixel, 0 to 255. */
    public int at(int picture, int y, int x, int channel) {
        return bytes[((picture * height + y) * width + x) * channels + channel] & 0xFF;
    }
}
