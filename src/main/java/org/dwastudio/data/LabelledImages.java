package org.dwastudio.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dwastudio.event.PixelBlock;

/**
 * The images of one split in memory. The arrays are handed over, not copied.
 *
 * @param pixels all pictures
 * @param labels the class of each, 0 to 255 as unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity on purpose: a whole split, not a value.
public record LabelledImages(PixelBlock pixels, byte[] labels) {

    public LabelledImages {
        Objects.requireNonNull(labels);
        if (labels.length != pixels.count()) {
            throw new IllegalArgumentException(pixels.count() + " images, but " + labels.length + " labels");
        }
    }

    int count() {
        return labels.length;
    }

    int label(int index) {
        return labels[index] & 0xFF;
    }

    /** The largest label, or −1 when there are no images. */
    int largestLabel() {
        return IntStream.range(0, labels.length).map(this::label).max().orElse(-1);
    }

    int[] indicesOf(int label) {
        return IntStream.range(0, labels.length)
                .filter(index -> label(index) == label)
                .toArray();
    }

    PixelBlock pictures(int... indices) {
        int size = pixels.height() * pixels.width() * pixels.channels();
        byte[] bytes = new byte[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            int from = Objects.checkIndex(indices[i], labels.length) * size;
            System.arraycopy(pixels.bytes(), from, bytes, i * size, size);
        }
        return new PixelBlock(indices.length, pixels.height(), pixels.width(), pixels.channels(), bytes);
    }

    /** Whether the images of the other split have the same shape. */
    boolean hasShapeOf(LabelledImages other) {
        return Arrays.equals(shape(), other.shape());
    }

    int[] shape() {
        return new int[] {pixels.height(), pixels.width(), pixels.channels()};
    }
}
