package org.dwastudio.pipeline.squeeze;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.Augmentation;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;

/**
 * Every training image once an epoch, in a new order and freshly augmented each time. The last batch of an epoch holds
 * what is left; a single left-over image is passed over, since batch norm needs two values to tell a variance.
 *
 * @param dataset whose training split
 * @param batchSize images of a batch
 * @param augmentation applied to every image
 */
record TrainingBatches(ImageDataset dataset, int batchSize, Augmentation augmentation) {
    private static final int SMALLEST_BATCH = 2;

    TrainingBatches {
        if (dataset.trainCount() < SMALLEST_BATCH || batchSize < SMALLEST_BATCH) {
            throw new IllegalArgumentException("training needs at least " + SMALLEST_BATCH
                    + " images and a batchSize of at least " + SMALLEST_BATCH + ", got " + dataset.trainCount()
                    + " images and a batchSize of " + batchSize);
        }
    }

    int perEpoch() {
        int leftOver = dataset.trainCount() % batchSize;
        return dataset.trainCount() / batchSize + (leftOver >= SMALLEST_BATCH ? 1 : 0);
    }

    /** The batches of one epoch, each made when it is asked for. */
    Stream<TrainingBatch> epoch(RandomGenerator random) {
        int[] order = shuffled(random);
        return IntStream.range(0, perEpoch()).mapToObj(batch -> {
            int from = batch * batchSize;
            return batchOf(Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length)), random);
        });
    }

    private TrainingBatch batchOf(int[] indices, RandomGenerator random) {
        return new TrainingBatch(
                augmentation.apply(dataset.pictures(Split.TRAIN, indices), random),
                dataset.labels(Split.TRAIN, indices));
    }

    /** All indices in random order, by Fisher and Yates. */
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
