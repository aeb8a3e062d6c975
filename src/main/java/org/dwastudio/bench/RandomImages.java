package org.dwastudio.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;

/**
 * Dataset of random images for benchmarks, with one test image.
 *
 * @param kind network that the images fit
 */
record RandomImages(NetworkConfig kind) {
    private static final long SEED = 1;

    /** Returns a dataset of so many training images. */
    InMemoryDataset dataset(int count) {
        List<String> names =
                IntStream.range(0, kind.classes()).mapToObj(Integer::toString).toList();
        return new InMemoryDataset("random", names, images(count), images(1));
    }

    private LabeledImages images(int count) {
        int size = kind.imageSize();
        byte[] bytes = new byte[count * size * size * kind.channels()];
        new Random(SEED).nextBytes(bytes);
        int[] labels = IntStream.range(0, count).map(i -> i % kind.classes()).toArray();
        return new LabeledImages(new ImageBatch(count, size, size, kind.channels(), bytes), labels);
    }
}
