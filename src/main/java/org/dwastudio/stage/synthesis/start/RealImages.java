package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Training images in a random order a class: column c takes the c-th of each class, and begins again where a class has
 * fewer images than there are columns.
 */
public final class RealImages implements ImageInitializer {
    private final ImageDataset dataset;
    private final Normalization normalization;
    private final SeedSequence seeds;
    private final RandomPurpose purpose;
    private final Map<Integer, int[]> shuffled = new ConcurrentHashMap<>();

    /**
     * Checks that there is an image of every class.
     *
     * @param purpose what the images are for; another purpose draws another order
     * @throws IllegalArgumentException when a class has no training image
     */
    public RealImages(ImageDataset dataset, Normalization normalization, SeedSequence seeds, RandomPurpose purpose) {
        this.dataset = dataset;
        this.normalization = normalization;
        this.seeds = seeds;
        this.purpose = purpose;
        requireEveryClass(dataset);
    }

    /**
     * Refuses a dataset that lacks images of a class.
     *
     * @throws IllegalArgumentException naming the class
     */
    static void requireEveryClass(ImageDataset dataset) {
        for (int label = 0; label < dataset.classNames().size(); label++) {
            if (dataset.indicesOf(Split.TRAIN, label).length == 0) {
                throw new DescribedArgumentException(Message.of(
                        "synthesis.emptyClass", label, dataset.classNames().get(label), dataset.name()));
            }
        }
    }

    @Override
    public NDArray images(ClassBatch batch, NDManager manager, DataType type) {
        return normalization.toTensor(manager, images(batch), type);
    }

    private ImageBatch images(ClassBatch batch) {
        int[] chosen = LongStream.of(batch.labels())
                .mapToInt(label -> chosen((int) label, batch.column()))
                .toArray();
        return dataset.images(Split.TRAIN, chosen);
    }

    private int chosen(int label, int column) {
        int[] order = shuffled.computeIfAbsent(label, this::shuffle);
        return order[column % order.length];
    }

    private int[] shuffle(int label) {
        return Shuffle.of(dataset.indicesOf(Split.TRAIN, label), seeds.generator(purpose, label));
    }
}
