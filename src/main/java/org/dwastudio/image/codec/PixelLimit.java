package org.dwastudio.image.codec;

import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/** Limit of the pixels that an image announces, checked before memory is allocated for them. */
final class PixelLimit {
    /** A larger image is not one of a dataset or a contact sheet but would exhaust the memory. */
    private static final long MOST = 178_000_000;

    private static final long HARMLESS = 16_000_000;
    /** Even an image of one color takes a byte for every thousand pixels in most formats. */
    private static final long MOST_PER_BYTE = 4_000;

    private PixelLimit() {}

    /**
     * Rejects an image of too many pixels.
     *
     * @param bytes size of its file
     * @throws DescribedIOException with a message without the name of the file
     */
    static void require(int width, int height, long bytes) throws DescribedIOException {
        long pixels = (long) width * height;
        long most = Math.min(MOST, Math.max(HARMLESS, bytes * MOST_PER_BYTE));
        if (pixels > most) {
            throw new DescribedIOException(Message.of("image.pixels", pixels, most));
        }
    }
}
