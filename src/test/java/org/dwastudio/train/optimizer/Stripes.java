package org.dwastudio.train.optimizer;

import java.util.List;
import java.util.Random;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;

/** A tiny problem that a small network solves: gray noise with bright rows (class 0) or bright columns (class 1). */
public final class Stripes {
    public static final int SIZE = 8;

    private Stripes() {}

    public static ImageDataset dataset(int train, int test) {
        return new InMemoryDataset("stripes", List.of("rows", "columns"), images(train, 1), images(test, 2));
    }

    private static LabeledImages images(int count, long seed) {
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
        return new LabeledImages(new ImageBatch(count, SIZE, SIZE, 1, pixels), labels);
    }
}
