package org.dwastudio.train.batch;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.ImageStack;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Every training image once an epoch, in a new order and freshly augmented each time. The last batch of an epoch holds
 * the remaining images; a single remaining image is skipped, since batch norm needs two values for a variance.
 *
 * @param dataset whose training split
 * @param batchSize images of a batch
 * @param augmentation applied to every image
 */
public record TrainingBatches(ImageDataset dataset, int batchSize, Augmentation augmentation) {
    private static final int SMALLEST_BATCH = 2;

    public TrainingBatches {
        if (dataset.trainCount() < SMALLEST_BATCH || batchSize < SMALLEST_BATCH) {
            throw new DescribedArgumentException(
                    Message.of("squeeze.fewImages", SMALLEST_BATCH, dataset.trainCount(), batchSize));
        }
    }

    public int perEpoch() {
        int leftOver = dataset.trainCount() % batchSize;
        return dataset.trainCount() / batchSize + (leftOver >= SMALLEST_BATCH ? 1 : 0);
    }

    /** The batches of one epoch, made ahead on background threads; close it. */
    public OrderedPrefetch<Integer, TrainingBatch> epoch(SeedSequence seeds, int epoch, PrefetchPolicy prefetch) {
        int[] order = shuffled(seeds.generator(RandomPurpose.EPOCH_ORDER, epoch, 0));
        return prefetch.over(IntStream.range(0, perEpoch()).boxed(), batch -> {
            int from = batch * batchSize;
            return batchOf(
                    from, Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length)), seeds, epoch);
        });
    }

    /** So many images from the beginning of an epoch. */
    public TrainingBatch first(int count, SeedSequence seeds, int epoch) {
        return batchOf(
                0, Arrays.copyOf(shuffled(seeds.generator(RandomPurpose.EPOCH_ORDER, epoch, 0)), count), seeds, epoch);
    }

    private TrainingBatch batchOf(int firstPosition, int[] indices, SeedSequence seeds, int epoch) {
        ImageStack stack = ImageStack.ofSquares(indices.length, dataset.imageSize(), dataset.channels());
        for (int i = 0; i < indices.length; i++) {
            stack.add(augmentation.augment(
                    dataset, indices[i], seeds.generator(RandomPurpose.EPOCH_IMAGE, epoch, firstPosition + i)));
        }
        return new TrainingBatch(stack.images(), dataset.labels(Split.TRAIN, indices));
    }

    private int[] shuffled(RandomGenerator random) {
        return Shuffle.of(IntStream.range(0, dataset.trainCount()).toArray(), random);
    }
}
