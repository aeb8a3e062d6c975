package org.dwastudio.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Images of one split in memory. The arrays are handed over, not copied.
 *
 * @param pixels all images
 * @param labels class of each image, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity on purpose: a whole split, not a value.
public record LabeledImages(ImageBatch pixels, int[] labels) implements ImageSource {
    private static final int BYTE_VALUES = 256;

    public LabeledImages {
        Objects.requireNonNull(labels);
        if (labels.length != pixels.count()) {
            throw new DescribedArgumentException(Message.of("images.count", pixels.count(), labels.length));
        }
    }

    /** Creates a split from labels of 0 to 255 as unsigned bytes. */
    public LabeledImages(ImageBatch pixels, byte[] labels) {
        this(pixels, widened(labels));
    }

    private static int[] widened(byte[] labels) {
        return IntStream.range(0, labels.length).map(i -> labels[i] & 0xFF).toArray();
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    /** Returns the largest label, or −1 if there are no images. */
    public int largestLabel() {
        return Arrays.stream(labels).max().orElse(-1);
    }

    @Override
    public int[] indicesOf(int label) {
        return IntStream.range(0, labels.length)
                .filter(index -> label(index) == label)
                .toArray();
    }

    @Override
    public String describe(int index) {
        return "image " + index;
    }

    @Override
    public ImageHeader header(int index) {
        return new ImageHeader(pixels.width(), pixels.height(), pixels.channels());
    }

    @Override
    public ImageBatch read(int index) {
        return images(index);
    }

    @Override
    public boolean decodesFiles() {
        return false;
    }

    public ImageBatch images(int... indices) {
        int size = pixels.height() * pixels.width() * pixels.channels();
        byte[] bytes = new byte[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            int from = Objects.checkIndex(indices[i], labels.length) * size;
            System.arraycopy(pixels.bytes(), from, bytes, i * size, size);
        }
        return new ImageBatch(indices.length, pixels.height(), pixels.width(), pixels.channels(), bytes);
    }

    @Override
    public LabeledImages select(int[] chosen, int... others) {
        return new LabeledImages(images(chosen), others.clone());
    }

    @Override
    public void digest(int index, int label, MessageDigest digest) {
        select(new int[] {index}, label).digest(digest);
    }

    /** Returns true if the images of the other split have the same shape. */
    boolean hasShapeOf(LabeledImages other) {
        return Arrays.equals(shape(), other.shape());
    }

    int[] shape() {
        return new int[] {pixels.height(), pixels.width(), pixels.channels()};
    }

    /**
     * Updates a digest. Labels take one byte each as long as all of them fit, as in the fingerprints of the first
     * version.
     */
    @Override
    public void digest(MessageDigest digest) {
        ByteBuffer header = ByteBuffer.allocate(3 * Integer.BYTES);
        for (int extent : shape()) {
            header.putInt(extent);
        }
        digest.update(header.flip());
        boolean narrow = largestLabel() < BYTE_VALUES;
        ByteBuffer classes = ByteBuffer.allocate(labels.length * (narrow ? 1 : Integer.BYTES));
        for (int label : labels) {
            if (narrow) {
                classes.put((byte) label);
            } else {
                classes.putInt(label);
            }
        }
        digest.update(classes.flip());
        digest.update(pixels.bytes());
    }
}
