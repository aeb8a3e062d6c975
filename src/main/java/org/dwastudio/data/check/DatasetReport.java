package org.dwastudio.data.check;

import java.util.List;
import org.dwastudio.config.ChannelNormalization;

/**
 * What a look at every image of a dataset found.
 *
 * @param name of the dataset
 * @param format in words, for example {@code image folder} or {@code CIFAR-10, binary}
 * @param classes in label order
 * @param sizes how often each size and colour occurs, the most frequent first
 * @param unreadable files that are no images, or broken
 * @param normalization of the training images as the experiment would see them
 * @param duplicates test images whose pixels are those of a training image
 * @param splitBySeed whether the test split was drawn by the program, since the dataset has none
 */
public record DatasetReport(
        String name,
        String format,
        List<ClassCount> classes,
        List<SizeCount> sizes,
        List<Unreadable> unreadable,
        ChannelNormalization normalization,
        List<Duplicate> duplicates,
        boolean splitBySeed) {

    /** A class and its images in both splits. */
    public record ClassCount(String name, int train, int test) {}

    /** Images of one size; channels is 1 or 3. */
    public record SizeCount(int width, int height, int channels, int images) {}

    /** A file that could not be read, and why in words. */
    public record Unreadable(String file, String problem) {}

    /** Two images with the same pixels, named as messages name them. */
    public record Duplicate(String train, String test) {}

    public DatasetReport {
        classes = List.copyOf(classes);
        sizes = List.copyOf(sizes);
        unreadable = List.copyOf(unreadable);
        duplicates = List.copyOf(duplicates);
    }

    /** Images of the largest class for one of the smallest, training split; infinite when a class has none. */
    public double imbalance() {
        int largest = classes.stream().mapToInt(ClassCount::train).max().orElse(0);
        int smallest = classes.stream().mapToInt(ClassCount::train).min().orElse(0);
        return largest == 0 ? 1 : (double) largest / smallest;
    }
}
