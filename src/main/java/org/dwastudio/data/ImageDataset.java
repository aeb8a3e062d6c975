package org.dwastudio.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;

/**
 * Square labeled images in a training and a test split. Immutable and thread-safe. Images that are decoded on demand
 * may prove unreadable: then {@link #images} and {@link #original} throw an {@link java.io.UncheckedIOException}
 * whose cause is a {@link DatasetException} that names the file.
 */
public interface ImageDataset {

    /** Returns the display name. */
    String name();

    /** Returns the names of the classes, in label order. */
    List<String> classNames();

    /** Returns 1 (gray) or 3 (red, green, blue). */
    int channels();

    /** Returns height and width of every image, in pixels. */
    int imageSize();

    /** Returns the number of images in a split. */
    int count(Split split);

    /**
     * Returns the class of an image, from 0.
     *
     * @throws IndexOutOfBoundsException if the split has no such image
     */
    int label(Split split, int index);

    /**
     * Returns some images in the given order; an index may occur twice.
     *
     * @throws IndexOutOfBoundsException if the split has no such image
     */
    ImageBatch images(Split split, int... indices);

    /**
     * Returns one image as stored, before it is resized to {@link #imageSize()}, as the source of resized crops. It has
     * the dataset's channels.
     *
     * @throws IndexOutOfBoundsException if the split has no such image
     */
    default ImageBatch original(Split split, int index) {
        return images(split, index);
    }

    /** Returns the name of an image in messages, for example its file. */
    default String describe(Split split, int index) {
        return split.name().toLowerCase(Locale.ROOT) + " image " + index;
    }

    /** Returns the file that holds this image alone; empty if the dataset has no file per image. */
    default Optional<Path> file(Split split, int index) {
        return Optional.empty();
    }

    /** Returns the indices of all images of a class, ascending; empty if there are none. */
    int[] indicesOf(Split split, int label);

    /**
     * Returns an identifier of this dataset: 16 hexadecimal digits, the start of a SHA-256 of both splits, equal on
     * every machine. It covers the stored data, independent of the size and color mode in use: shape, labels and pixels
     * of CIFAR's and MNIST's files; names, sizes and labels of image files. Held-out images that play the test split
     * do not change it, a corruption of the training images does.
     */
    String fingerprint();

    /** Returns true if the program drew the test split because the dataset has none. */
    default boolean splitBySeed() {
        return false;
    }

    /** Returns the images that play the test split. */
    default ScoredOn scoredOn() {
        return ScoredOn.TEST;
    }

    /** Returns facts that the user must know: what is used for what, and what is left out. */
    default List<DatasetNote> notes() {
        return List.of();
    }

    /**
     * Returns the dataset whose test split epochs are chosen on: this one, with its validation split as the test split
     * if it has three splits.
     */
    default ImageDataset forChoosing() {
        return this;
    }

    /**
     * Returns the normalization for a new teacher's images: the experiment's, otherwise mean and standard deviation of
     * the training images at {@link #statisticsSample()}. Computed at the first call, which takes a while.
     */
    default Normalization normalization() {
        return NormalizationEstimator.estimate(this);
    }

    /**
     * Returns the indices of the training images that represent all of them in a normalization: all if they need not be
     * decoded, otherwise at most 20,000, evenly spread. Equal on every machine, however much memory it has.
     */
    default int[] statisticsSample() {
        return IntStream.range(0, trainCount()).toArray();
    }

    default int trainCount() {
        return count(Split.TRAIN);
    }

    default int testCount() {
        return count(Split.TEST);
    }

    /** Returns the classes of some images in the given order. */
    default int[] labels(Split split, int... indices) {
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            labels[i] = label(split, indices[i]);
        }
        return labels;
    }
}
