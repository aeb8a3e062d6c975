package org.dwastudio.train.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageStack;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Training batches of a student: every training image once per epoch in a new order, for as many epochs as the
 * requested number of steps takes. The last batch of an epoch holds the remaining images; a single remaining image is
 * skipped, since batch norm needs two.
 *
 * @param dataset dataset whose training split is used
 * @param batchSize images per step
 */
public record StudentBatches(
        ImageDataset dataset,
        int batchSize,
        Augmentation augmentation,
        MixPolicy mixing,
        SeedSequence seeds,
        int student) {
    private static final int SMALLEST_BATCH = 2;

    public StudentBatches {
        if (dataset.trainCount() < SMALLEST_BATCH) {
            throw new DescribedArgumentException(
                    Message.of("student.fewImages", dataset.name(), dataset.trainCount(), SMALLEST_BATCH));
        }
    }

    /** Returns the batches for a recipe. */
    public static StudentBatches of(EvaluationConfig config, ImageDataset dataset, SeedSequence seeds, int student) {
        return new StudentBatches(
                dataset, config.batchSize(), Augmentation.of(config), MixPolicy.of(config), seeds, student);
    }

    /** Returns the number of steps per epoch. */
    public static int perEpoch(int images, int batchSize) {
        return images / batchSize + (images % batchSize >= SMALLEST_BATCH ? 1 : 0);
    }

    /** Returns the number of steps per epoch. */
    public int perEpoch() {
        return perEpoch(dataset.trainCount(), batchSize);
    }

    /** Returns the number of images used per epoch. */
    public int imagesPerEpoch() {
        return Math.min(dataset.trainCount(), perEpoch() * batchSize);
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed from thread to thread, never compared.
    private record Step(int number, int[] indices) {}

    /**
     * Returns the batches of the first {@code count} steps. Loading starts immediately on other threads; must be
     * closed.
     */
    public OrderedPrefetch<?, StudentBatch> steps(int count, PrefetchPolicy prefetch) {
        return prefetch.over(steps(IntStream.iterate(0, epoch -> epoch + 1)).limit(count), this::batch);
    }

    /**
     * Returns the batches of the given epochs, in order. Loading starts immediately on other threads; must be closed.
     */
    public OrderedPrefetch<?, StudentBatch> epochs(List<Integer> epochs, PrefetchPolicy prefetch) {
        return prefetch.over(steps(epochs.stream().mapToInt(Integer::intValue)), this::batch);
    }

    private Stream<Step> steps(IntStream epochs) {
        int perEpoch = perEpoch();
        int[] all = IntStream.range(0, dataset.trainCount()).toArray();
        return epochs.boxed().flatMap(epoch -> {
            int[] order = Shuffle.of(all, seeds.generator(RandomPurpose.STUDENT_ORDER, student, epoch));
            return IntStream.range(0, perEpoch).mapToObj(place -> step(epoch * perEpoch + place, place, order));
        });
    }

    private Step step(int number, int place, int[] order) {
        int from = place * batchSize;
        return new Step(number, Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length)));
    }

    private StudentBatch batch(Step step) {
        int[] indices = step.indices();
        RandomGenerator random = seeds.generator(RandomPurpose.STUDENT_BATCH, student, step.number());
        ImageStack stack = ImageStack.ofSquares(indices.length, dataset.imageSize(), dataset.channels());
        List<CropBox> cuts = new ArrayList<>(indices.length);
        for (int index : indices) {
            ImageBatch source = augmentation.source(dataset, index);
            CropBox cut = augmentation.draw(source, random);
            stack.add(augmentation.cut(source, cut, dataset.imageSize()));
            cuts.add(cut);
        }
        MixedBatch mix = mixing.draw(indices.length, dataset.imageSize(), random);
        return new StudentBatch(
                mix.pasted(stack.images()),
                dataset.labels(Split.TRAIN, indices),
                new AugmentedBatch(indices, cuts, mix),
                Optional.empty());
    }
}
