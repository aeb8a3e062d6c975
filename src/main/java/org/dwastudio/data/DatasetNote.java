package org.dwastudio.data;

import java.util.List;
import java.util.Locale;
import org.dwastudio.text.TextTemplate;

/**
 * Fact about a dataset that its user must know and could not see: what is used for what, and what is left out.
 *
 * @param kind kind of the fact
 * @param arguments names and numbers of its sentence
 */
public record DatasetNote(Kind kind, List<String> arguments) {
    /** Examples that a note names at most. */
    public static final int MOST_EXAMPLES = 10;

    /** Kind of a note, with its English sentence, a {@link TextTemplate}. */
    public enum Kind {
        /** Three splits with classes: training, validation, test. */
        THREE_SPLITS(false, "Trained on {0}; epochs are chosen on {1}, results are measured on {2}."),
        /** Only a validation split has classes. */
        VALIDATION_IS_TEST(false, "There is no test split with classes; {0} is used as the test split."),
        /** A test split without class folders. */
        UNLABELED_LEFT_OUT(true, "{0} has no class folders, so the classes of its images are unknown. It is left out."),
        /** Folders that are no part of any split. */
        FOLDERS_LEFT_OUT(true, "Not part of any split and left out: {0}."),
        /** Names of classes, read from a file. */
        NAMES_FROM_FILE(false, "The classes are named by {0}."),
        /** WordNet numbers as class names. */
        NAMES_ARE_NUMBERS(
                false,
                "The classes are WordNet numbers. A file words.txt, LOC_synset_mapping.txt or imagenet_class_index.json"
                        + " next to them would name them."),
        /** Links whose target is missing. */
        BROKEN_LINKS(
                true,
                "{0,choice,0#{0} links lead|1#1 link leads|1<{0} links lead} to"
                        + " missing files or folders, left out: {1}."),
        /** Links to a folder above. */
        LINK_LOOPS(
                true,
                "{0,choice,0#{0} links lead|1#1 link leads|1<{0} links lead} back to a"
                        + " folder above, left out: {1}."),
        /** Files that are named like images and are none on this disk. */
        NO_REGULAR_FILES(
                true, "{0,choice,0#{0} files are|1#1 file is|1<{0} files are} not regular," + " left out: {1}."),
        /** Unreadable images, left out on request. */
        UNREADABLE_SKIPPED(true, "{0,choice,0#{0} images|1#1 image|1<{0} images} cannot be read," + " left out: {1}."),
        /** Classes without images, left out on request. */
        EMPTY_CLASSES_SKIPPED(
                true, "{0,choice,0#{0} classes have|1#1 class has|1<{0} classes have} no" + " images, left out: {1}."),
        /** Chosen classes. */
        CLASSES_CHOSEN(false, "{0} of {1} classes are used."),
        /** Training images of each class, limited on request. */
        LIMITED_PER_CLASS(false, "Training images of each class: at most {0}; {1} of {2} are used."),
        /** Training images that are held out. */
        HELD_OUT(false, "Held out of the training split: {0} of {1} images."),
        /** Held-out images in the role of the test split. */
        SCORED_ON_HELD_OUT(
                true,
                "Accuracies are measured on {0,choice,0#{0} held-out training images|1#1 held-out training image|1<{0}"
                        + " held-out training images}, not on the test split."),
        /** Long-tailed classes on request. */
        LONG_TAILED(
                true,
                "Stress: the classes of the training split are long-tailed with ratio {0}, from {2} images of {1} to {4}"
                        + " of {3}; {5} of {6} are used."),
        /** Random wrong labels on request. */
        LABELS_SYMMETRIC(true, "Stress: {0} of {1} training images have the label of a random other class."),
        /** Wrong labels of the next class on request. */
        LABELS_NEIGHBOR(true, "Stress: {0} of {1} training images have the label of the next class."),
        /** Blurred training images on request. */
        BLURRED(true, "Stress: the training images are blurred, level {0} of 5 (standard deviation {1} pixels)."),
        /** Noisy training images on request. */
        NOISY(true, "Stress: the training images have noise, level {0} of 5 (standard deviation {1} % of white)."),
        /** Training images with JPEG artifacts on request. */
        COMPRESSED(true, "Stress: the training images have JPEG artifacts, level {0} of 5 (quality {1} of 100)."),
        /** Classes of very different sizes. */
        IMBALANCED(
                true,
                "The classes differ in size: {0} has {1,choice,0#{1} training images|1#1 training image|1<{1} training"
                        + " images}, {2} has {3}. The accuracy favors the larger classes; read the balanced accuracy as well. With more than "
                        + "{3,choice,0#{3} images|1#1 image|1<{3} images} per class (ipc), random real"
                        + " images of small classes repeat."),
        /** Classes that cannot give as many different real images as the distilled set has of each class. */
        FEWER_THAN_DISTILLED(
                true,
                "Classes with fewer training images than the "
                        + "{1,choice,0#{1} images|1#1 image|1<{1} images} per class (ipc) of the distilled set ({0}): {2}. For"
                        + " comparison, random real images of these classes repeat, so that both sets have the same number"
                        + " of images of each class."),
        /** Labels from a table. */
        LABELS_FROM_TABLE(false, "The classes are read from {0}."),
        /** Rows of a table without an image or a class. */
        ROWS_LEFT_OUT(
                true,
                "{0} does not fit its images: {1,choice,0#{1} rows|1#1 row|1<{1} rows}"
                        + " without image or class, left out: {2}."),
        /** Images without a row in their table. */
        IMAGES_WITHOUT_ROW(
                true,
                "{0} does not fit its images: {1,choice,0#{1} images|1#1 image|1<{1} images}"
                        + " without a row, left out."),
        /** Rows of a file of images without a label. */
        ROWS_WITHOUT_LABEL(true, "{1,choice,0#{1} rows|1#1 row|1<{1} rows} of {0} without a label, left out."),
        /** Images of more than 8 bits whose values use a small part of their range. */
        DARK(
                true,
                "The largest of the values of {0} bits in a sample is {1}, so that the images are nearly black. Set"
                        + " dataset.whiteLevel to {2} to use the whole range.");

        private final boolean warning;
        private final String sentence;

        Kind(boolean warning, String sentence) {
            this.warning = warning;
            this.sentence = sentence;
        }

        /** Returns the key of its sentence in the window. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns true if it may point to a mistake, false if it merely informs. */
        public boolean isWarning() {
            return warning;
        }
    }

    public DatasetNote {
        arguments = List.copyOf(arguments);
    }

    /** Creates a note from names and numbers. */
    public static DatasetNote of(Kind kind, Object... arguments) {
        return new DatasetNote(
                kind, List.of(arguments).stream().map(Object::toString).toList());
    }

    /** Creates a note about several things: their number, and the first of them. */
    public static DatasetNote ofMany(Kind kind, List<String> things) {
        return of(kind, things.size(), examples(things));
    }

    /** Returns the first of several names, separated by commas, with an ellipsis if there are more. */
    public static String examples(List<String> names) {
        String first = String.join(", ", names.stream().limit(MOST_EXAMPLES).toList());
        return names.size() > MOST_EXAMPLES ? first + ", …" : first;
    }

    /** Returns the note as an English sentence. */
    public String describe() {
        return TextTemplate.fill(kind.sentence, arguments);
    }
}
