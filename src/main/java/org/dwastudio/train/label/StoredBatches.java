package org.dwastudio.train.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.ImageStack;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.train.batch.AugmentedBatch;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;

/**
 * Training batches of a student that use the augmentations of stored soft labels.
 *
 * @param dataset dataset whose training split the labels were made for
 * @param augmentation augmentation that the labels were made with
 * @param labels folder with at least the required epochs
 */
public record StoredBatches(ImageDataset dataset, Augmentation augmentation, SoftLabelFolder labels) {

    private record Step(AugmentedBatch augmented, StoredTensor answers) {}

    /**
     * Returns the batches of the first {@code count} steps. Loading starts immediately on other threads; must be
     * closed.
     *
     * @return iterator whose {@code next} throws an UncheckedIOException if an epoch cannot be read
     */
    public OrderedPrefetch<?, StudentBatch> steps(int count, PrefetchPolicy prefetch) {
        Stream<Step> steps = IntStream.iterate(0, epoch -> epoch + 1)
                .boxed()
                .flatMap(epoch -> steps(read(epoch)))
                .limit(count);
        return prefetch.over(steps, this::batch);
    }

    private EpochLabels read(int epoch) {
        try {
            EpochLabels read = labels.read(epoch);
            if (!read.batches().stream().allMatch(this::isOfDataset)) {
                throw new WeightsException(labels.path(), Message.of("labels.badTensor", "images"));
            }
            return read;
        } catch (WeightsException e) {
            throw new UncheckedIOException(
                    new DescribedIOException(Message.of("relabel.again", FailureCause.describe(e)), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns true if the images of a step exist, and what is pasted lies within them. */
    private boolean isOfDataset(AugmentedBatch augmented) {
        int size = dataset.imageSize();
        return Arrays.stream(augmented.images()).allMatch(image -> image < dataset.count(Split.TRAIN))
                && augmented
                        .mix()
                        .box()
                        .filter(box -> box.top() + box.height() > size || box.left() + box.width() > size)
                        .isEmpty();
    }

    private static Stream<Step> steps(EpochLabels epoch) {
        Stream.Builder<Step> steps = Stream.builder();
        int row = 0;
        for (AugmentedBatch augmented : epoch.batches()) {
            steps.add(new Step(augmented, epoch.answers(row, augmented.count())));
            row += augmented.count();
        }
        return steps.build();
    }

    private StudentBatch batch(Step step) {
        AugmentedBatch augmented = step.augmented();
        ImageStack stack = ImageStack.ofSquares(augmented.count(), dataset.imageSize(), dataset.channels());
        for (int i = 0; i < augmented.count(); i++) {
            stack.add(augmentation.cut(
                    augmentation.source(dataset, augmented.images()[i]),
                    augmented.cuts().get(i),
                    dataset.imageSize()));
        }
        return new StudentBatch(
                augmented.mix().pasted(stack.images()),
                dataset.labels(Split.TRAIN, augmented.images()),
                augmented,
                Optional.of(step.answers()));
    }
}
