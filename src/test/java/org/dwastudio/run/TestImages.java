package org.dwastudio.run;

import java.util.Random;
import org.dwastudio.image.ImageBatch;

/** Images for tests. */
public final class TestImages {
    private TestImages() {}

    public static ImageBatch random(int count, int size, int channels, long seed) {
        byte[] bytes = new byte[count * size * size * channels];
        new Random(seed).nextBytes(bytes);
        return new ImageBatch(count, size, size, channels, bytes);
    }

    /** Returns the bytes of one image of a batch. */
    public static byte[] bytesOf(ImageBatch block, int image) {
        int length = block.height() * block.width() * block.channels();
        byte[] bytes = new byte[length];
        System.arraycopy(block.bytes(), image * length, bytes, 0, length);
        return bytes;
    }
}
