package org.dwastudio.data;

import java.util.List;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/** Dataset that is small enough to be held as bytes. */
public final class InMemoryDataset implements ImageDataset {
    private final String name;
    private final List<String> classNames;
    private final LabeledImages train;
    private final LabeledImages test;
    private final String fingerprint;
    private final List<DatasetNote> notes;
    private final Lazy<Normalization> normalization;

    /** Creates a dataset of two splits with the normalization of the training images. */
    public InMemoryDataset(String name, List<String> classNames, LabeledImages train, LabeledImages test) {
        this(name, classNames, train, test, Optional.empty());
    }

    /** Creates a dataset of two splits without notes. */
    public InMemoryDataset(
            String name,
            List<String> classNames,
            LabeledImages train,
            LabeledImages test,
            Optional<Normalization> given) {
        this(name, classNames, train, test, given, List.of());
    }

    /**
     * Creates a dataset of two splits.
     *
     * @param given normalization; empty for that of the training images
     * @param notes facts that the user must know
     * @throws IllegalArgumentException if the images are not square, the splits differ in shape, or a label has no name
     */
    public InMemoryDataset(
            String name,
            List<String> classNames,
            LabeledImages train,
            LabeledImages test,
            Optional<Normalization> given,
            List<DatasetNote> notes) {
        this.name = name;
        this.notes = List.copyOf(notes);
        this.classNames = List.copyOf(classNames);
        this.train = train;
        this.test = test;
        if (train.pixels().height() != train.pixels().width()) {
            throw new DescribedArgumentException(Message.of("images.square", describe(train)));
        }
        if (!train.hasShapeOf(test)) {
            throw new DescribedArgumentException(Message.of("images.sizes", describe(train), describe(test)));
        }
        int largest = Math.max(train.largestLabel(), test.largestLabel());
        if (largest >= classNames.size()) {
            throw new DescribedArgumentException(
                    Message.of("images.label", largest, classNames.size(), classNames.size() - 1));
        }
        fingerprint = new DatasetSource(name, Message.literal(""), classNames, train, test, false).fingerprint();
        normalization = new Lazy<>(() -> given.orElseGet(() -> NormalizationEstimator.estimate(this)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public int channels() {
        return train.pixels().channels();
    }

    @Override
    public int imageSize() {
        return train.pixels().height();
    }

    @Override
    public int count(Split split) {
        return labeledImages(split).count();
    }

    @Override
    public int label(Split split, int index) {
        return labeledImages(split).label(index);
    }

    @Override
    public ImageBatch images(Split split, int... indices) {
        return labeledImages(split).images(indices);
    }

    @Override
    public int[] indicesOf(Split split, int label) {
        return labeledImages(split).indicesOf(label);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public List<DatasetNote> notes() {
        return notes;
    }

    @Override
    public Normalization normalization() {
        return normalization.get();
    }

    private LabeledImages labeledImages(Split split) {
        return split == Split.TRAIN ? train : test;
    }

    private static String describe(LabeledImages images) {
        ImageBatch pixels = images.pixels();
        return pixels.height() + "×" + pixels.width() + "×" + pixels.channels();
    }
}
