package org.dwastudio.pipeline.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dwastudio.data.Augmentation;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.OrderedPrefetch;
import org.dwastudio.data.Split;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.pipeline.Prefetch;

/**
 * What a student sees, step by step: every training image once an epoch in a new order, epoch after epoch for as many steps
 * as are asked for. The last batch of an epoch holds what is left; a single left-over image is passed over, since batch
 * norm needs two.
 *
 * @param dataset whose training split
 * @param batchSize images a step
 */
record StudentBatches(
        ImageDataset dataset, int batchSize, Augmentation augmentation, Mixing mixing, StudentDraws draws) {
    private static final int SMALLEST_BATCH = 2;

    StudentBatches {
        if (dataset.trainCount() < SMALLEST_BATCH) {
            throw new IllegalArgumentException(dataset.name() + " has " + dataset.trainCount()
                    + " images to train a student on; it takes at least " + SMALLEST_BATCH);
        }
    }

    static int perEpoch(int images, int batchSize) {
        return images / batchSize + (images % batchSize >= SMALLEST_BATCH ? 1 : 0);
    }

    /** The first so many steps. Begins at once on other threads; close it. */
    OrderedPrefetch<Integer, StudentBatch> steps(int count, Prefetch prefetch) {
        int perEpoch = perEpoch(dataset.trainCount(), batchSize);
        return prefetch.over(IntStream.range(0, count).boxed(), step -> batch(step, perEpoch));
    }

    private StudentBatch batch(int step, int perEpoch) {
        int[] order = shuffled(draws.order(step / perEpoch));
        int from = step % perEpoch * batchSize;
        int[] indices = Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
        RandomGenerator random = draws.batch(step);
        int size = dataset.imageSize();
        int picture = size * size * dataset.channels();
        byte[] pixels = new byte[indices.length * picture];
        for (int i = 0; i < indices.length; i++) {
            byte[] changed = augmentation.picture(dataset, indices[i], random).bytes();
            System.arraycopy(changed, 0, pixels, i * picture, picture);
        }
        return mixing.of(
                new PixelBlock(indices.length, size, size, dataset.channels(), pixels),
                dataset.labels(Split.TRAIN, indices),
                random);
    }

    private int[] shuffled(RandomGenerator random) {
        int[] order = IntStream.range(0, dataset.trainCount()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
