package org.dwastudio.data.array;

import java.io.ByteArrayOutputStream;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;

/** Labeled images of CIFAR's files, in which an image is 1024 values each of red, green and blue. */
final class CifarImages {
    private static final int SIDE = 32;
    private static final int CHANNELS = 3;
    private static final int PLANE = SIDE * SIDE;
    /** Bytes of an image. */
    static final int PIXELS = CHANNELS * PLANE;

    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();

    /**
     * Adds an image.
     *
     * @param label its class, 0 to 255
     * @param planes bytes that contain its three planes
     * @param start index of the first value
     */
    void add(int label, byte[] planes, int start) {
        labels.write(label);
        byte[] image = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            image[i] = planes[start + i % CHANNELS * PLANE + i / CHANNELS];
        }
        pixels.writeBytes(image);
    }

    /** Returns all images added so far. */
    LabeledImages all() {
        byte[] classes = labels.toByteArray();
        return new LabeledImages(new ImageBatch(classes.length, SIDE, SIDE, CHANNELS, pixels.toByteArray()), classes);
    }
}
