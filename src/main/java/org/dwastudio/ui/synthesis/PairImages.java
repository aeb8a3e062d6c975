package org.dwastudio.ui.synthesis;

import java.util.Arrays;
import org.dwastudio.image.ImageBatch;

/** Pairs of images: the distilled one at the left, a real one at the right. */
final class PairImages {
    private static final byte UNKNOWN = 90;

    private PairImages() {}

    /**
     * Returns images of twice the width.
     *
     * @param right images of the same shape
     */
    static ImageBatch of(ImageBatch left, ImageBatch right) {
        int line = left.width() * left.channels();
        int lines = left.count() * left.height();
        byte[] bytes = new byte[2 * line * lines];
        for (int y = 0; y < lines; y++) {
            System.arraycopy(left.bytes(), y * line, bytes, 2 * y * line, line);
            System.arraycopy(right.bytes(), y * line, bytes, (2 * y + 1) * line, line);
        }
        return new ImageBatch(left.count(), left.height(), 2 * left.width(), left.channels(), bytes);
    }

    /** Returns images next to gray areas, for images whose nearest real one is not known. */
    static ImageBatch withoutRight(ImageBatch left) {
        byte[] gray = new byte[left.bytes().length];
        Arrays.fill(gray, UNKNOWN);
        return of(left, new ImageBatch(left.count(), left.height(), left.width(), left.channels(), gray));
    }
}
