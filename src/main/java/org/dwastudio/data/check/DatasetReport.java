package org.dwastudio.data.check;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.text.Message;

/**
 * Result of a check of every image of a dataset.
 *
 * @param name name of the dataset
 * @param format name of the format, for example {@code image folder} or {@code CIFAR-10, binary}
 * @param classes classes in label order
 * @param sizes frequency of each size and color mode, the most frequent first
 * @param unreadable files that are not images, or broken
 * @param normalization normalization of the training images in the experiment's size and color mode; empty if none of
 *     them can be read
 * @param duplicates test images with the same pixels as a training image
 * @param conflicts images with the same pixels in different classes
 * @param splitBySeed true if the program drew the test split because the dataset has none
 * @param notes facts that the user must know: what is used for what, and what is left out
 */
public record DatasetReport(
        String name,
        Message format,
        List<ClassCount> classes,
        List<SizeCount> sizes,
        List<Unreadable> unreadable,
        Optional<ChannelNormalization> normalization,
        List<Duplicate> duplicates,
        List<LabelConflict> conflicts,
        boolean splitBySeed,
        List<DatasetNote> notes) {

    /** Class with the number of its images in both splits. */
    public record ClassCount(String name, int train, int test) {}

    /** Number of images of one size; channels is 1 or 3. */
    public record SizeCount(int width, int height, int channels, int images) {}

    /** File that could not be read, with the problem as a message. */
    public record Unreadable(String file, Message problem) {}

    /** Two images with the same pixels, by their names in messages. */
    public record Duplicate(String train, String test) {}

    /** Two images with the same pixels in different classes, by their names in messages. */
    public record LabelConflict(String first, String firstClass, String second, String secondClass) {}

    public DatasetReport {
        classes = List.copyOf(classes);
        sizes = List.copyOf(sizes);
        unreadable = List.copyOf(unreadable);
        duplicates = List.copyOf(duplicates);
        conflicts = List.copyOf(conflicts);
        notes = List.copyOf(notes);
    }

    /**
     * Returns what the conversion of the images to squares costs; empty if no image is far from square.
     */
    public Optional<ShapeLoss> shapeLoss() {
        return ShapeLoss.of(sizes);
    }

    /** Returns the names of the classes without training images, in label order. */
    public List<String> emptyClasses() {
        return classes.stream()
                .filter(one -> one.train() == 0)
                .map(ClassCount::name)
                .toList();
    }

    /**
     * Returns the ratio of the largest class to the smallest in the training split; infinite if a class has no images.
     */
    public double imbalance() {
        int largest = classes.stream().mapToInt(ClassCount::train).max().orElse(0);
        int smallest = classes.stream().mapToInt(ClassCount::train).min().orElse(0);
        return largest == 0 ? 1 : (double) largest / smallest;
    }
}
