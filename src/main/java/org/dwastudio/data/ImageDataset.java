package org.dwastudio.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;

/**
 * Square labelled images in a training and a test split. Immutable, safe from any thread. Images that are decoded on
 * demand may prove unreadable: then {@link #pictures} and {@link #original} throw an {@link java.io.UncheckedIOException}
 * whose cause is a {@link DatasetException} that names the file.
 */
public interface ImageDataset {

    /** The display name. */
    String name();

    /** Names of the classes, in label order. */
    List<String> classNames();

    /** 1 (grey) or 3 (red, green, blue). */
    int channels();

    /** Height and width of every image, in pixels. */
    int imageSize();

    /** Number of images in a split. */
    int count(Split split);

    /**
     * The class of an image, from 0.
     *
     * @throws IndexOutOfBoundsException when the split has no such image
     */
    int label(Split split, int index);

    /**
     * Some images, in the order asked for; an index may come twice.
     *
     * @throws IndexOutOfBoundsException when the split has no such image
     */
    ImageBatch pictures(Split split, int... indices);

    /**
     * One image as it is stored, before it is brought to {@link #imageSize()}: what a resized crop cuts from. It has the
     * dataset's channels.
     *
     * @throws IndexOutOfBoundsException when the split has no such image
     */
    default ImageBatch original(Split split, int index) {
        return pictures(split, index);
    }

    /** How messages name an image, for example its file. */
    default String describe(Split split, int index) {
        return split.name().toLowerCase(Locale.ROOT) + " image " + index;
    }

    /** Indices of all images of a class, ascending; empty when there are none. */
    int[] indicesOf(Split split, int label);

    /**
     * Tells this dataset from others: 16 hexadecimal digits, the start of a SHA-256 of both splits. The same on every
     * machine. It covers what is stored, whatever size and colour it is brought to: shape, labels and pixels of CIFAR's and
     * MNIST's files; names, sizes and labels of image files.
     */
    String fingerprint();

    /** Whether the test split was drawn by the program, since the dataset has none. */
    default boolean splitBySeed() {
        return false;
    }

    /**
     * What a new teacher's images are normalised with: what the experiment gives, else mean and standard deviation of the
     * training images at {@link #statisticsSample()}. Computed at the first call, which takes a while.
     */
    default Normalization normalization() {
        return NormalizationEstimator.estimate(this);
    }

    /**
     * Which training images stand for all in a normalisation: all where they need not be decoded, else at most 20,000,
     * evenly spread. The same on every machine, however much memory it has.
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

    /** The classes of some images, in the order asked for. */
    default int[] labels(Split split, int... indices) {
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            labels[i] = label(split, indices[i]);
        }
        return labels;
    }
}
