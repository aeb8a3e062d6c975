package org.dwastudio.pipeline.squeeze;

import java.util.List;
import java.util.Random;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabelledImages;
import org.dwastudio.event.PixelBlock;

/** A tiny problem that a small network solves: grey noise with bright rows (class 0) or bright columns (class 1). */
final class Stripes {
    static final int SIZE = 8;

    private Stripes() {}

    static ImageDataset dataset(int train, int test) {
        return new InMemoryDataset("stripes", List.of("rows", "columns"), images(train, 1), images(test, 2));
    }

    private static LabelledImages images(int count, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * SIZE * SIZE];
        byte[] labels = new byte[count];
        for (int image = 0; image < count; image++) {
            labels[image] = (byte) (image % 2);
            int phase = random.nextInt(2);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    boolean bright = (labels[image] == 0 ? y : x) % 2 == phase;
                    pixels[(image * SIZE + y) * SIZE + x] = (byte) (random.nextInt(100) + (bright ? 120 : 0));
                }
            }
        }
        return new LabelledImages(new PixelBlock(count, SIZE, SIZE, 1, pixels), labels);
    }
}
