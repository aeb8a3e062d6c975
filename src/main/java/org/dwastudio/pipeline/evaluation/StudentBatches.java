package org.dwastudio.pipeline.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.Augmentation;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.OrderedPrefetch;
import org.dwastudio.data.Shuffle;
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

    @SuppressWarnings("ArrayRecordComponent") // Handed from thread to thread, never compared.
    private record Step(int number, int[] indices) {}

    /** The first so many steps. Begins at once on other threads; close it. */
    OrderedPrefetch<?, StudentBatch> steps(int count, Prefetch prefetch) {
        int perEpoch = perEpoch(dataset.trainCount(), batchSize);
        int[] all = IntStream.range(0, dataset.trainCount()).toArray();
        Stream<Step> steps = IntStream.iterate(0, epoch -> epoch + 1)
                .boxed()
                .flatMap(epoch -> {
                    int[] order = Shuffle.of(all, draws.order(epoch));
                    return IntStream.range(0, perEpoch).mapToObj(place -> step(epoch * perEpoch + place, place, order));
                })
                .limit(count);
        return prefetch.over(steps, this::batch);
    }

    private Step step(int number, int place, int[] order) {
        int from = place * batchSize;
        return new Step(number, Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length)));
    }

    private StudentBatch batch(Step step) {
        int[] indices = step.indices();
        RandomGenerator random = draws.batch(step.number());
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
}
