package org.dwastudio.data;

import java.util.List;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.Message;

/** Dataset whose training images are replaced, for example by a distilled set; the test split stays. */
public final class SubstitutedTrainingSplit implements ImageDataset {
    private final String name;
    private final ImageDataset real;
    private final LabeledImages train;

    /**
     * Combines the given training images with the test split of a dataset.
     *
     * @param train images of the dataset's size and channels
     * @throws IllegalArgumentException if they have another size or a class that the dataset lacks
     */
    public SubstitutedTrainingSplit(String name, ImageDataset real, LabeledImages train) {
        this.name = name;
        this.real = real;
        this.train = train;
        ImageBatch pixels = train.pixels();
        if (pixels.height() != real.imageSize()
                || pixels.width() != real.imageSize()
                || pixels.channels() != real.channels()) {
            throw new IllegalArgumentException(name + " has images of " + pixels.width() + "×" + pixels.height() + "×"
                    + pixels.channels() + ", " + real.name() + " has images of " + real.imageSize() + "×"
                    + real.imageSize() + "×" + real.channels() + "; they must be alike");
        }
        if (train.largestLabel() >= real.classNames().size()) {
            throw new IllegalArgumentException(name + " has a class " + train.largestLabel() + ", but " + real.name()
                    + " has only " + real.classNames().size() + " (0 to "
                    + (real.classNames().size() - 1) + ")");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> classNames() {
        return real.classNames();
    }

    @Override
    public int channels() {
        return real.channels();
    }

    @Override
    public int imageSize() {
        return real.imageSize();
    }

    @Override
    public int count(Split split) {
        return split == Split.TRAIN ? train.count() : real.count(split);
    }

    @Override
    public int label(Split split, int index) {
        return split == Split.TRAIN ? train.label(index) : real.label(split, index);
    }

    @Override
    public ImageBatch images(Split split, int... indices) {
        return split == Split.TRAIN ? train.images(indices) : real.images(split, indices);
    }

    @Override
    public int[] indicesOf(Split split, int label) {
        return split == Split.TRAIN ? train.indicesOf(label) : real.indicesOf(split, label);
    }

    @Override
    public ScoredOn scoredOn() {
        return real.scoredOn();
    }

    @Override
    public List<DatasetNote> notes() {
        return real.notes();
    }

    @Override
    public String fingerprint() {
        return new DatasetSource(name, Message.literal(""), classNames(), train, train, false).fingerprint();
    }
}
