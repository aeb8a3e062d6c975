package org.dwastudio.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Dataset of ten classes of tiny noisy images, in the format of the handwritten digits. */
public final class TinyDigits {
    private static final int SIZE = 8;

    private TinyDigits() {}

    /** Writes both splits; returns the folder. */
    public static Path write(Path folder, int training, int test) throws IOException {
        Files.createDirectories(folder);
        write(folder, "train", training, 1);
        write(folder, "t10k", test, 2);
        return folder;
    }

    private static void write(Path dataset, String split, int count, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * SIZE * SIZE];
        random.nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            pixels[i * SIZE * SIZE + labels[i]] = (byte) 255;
        }
        Files.write(
                dataset.resolve(split + "-images-idx3-ubyte"),
                ByteBuffer.allocate(16 + pixels.length)
                        .putInt(0x803)
                        .putInt(count)
                        .putInt(SIZE)
                        .putInt(SIZE)
                        .put(pixels)
                        .array());
        Files.write(
                dataset.resolve(split + "-labels-idx1-ubyte"),
                ByteBuffer.allocate(8 + count)
                        .putInt(0x801)
                        .putInt(count)
                        .put(labels)
                        .array());
    }
}
