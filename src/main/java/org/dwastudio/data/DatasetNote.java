package org.dwastudio.data;

import java.util.List;
import java.util.Locale;

/**
 * Fact about a dataset that its user must know and could not see: what is used for what, and what is left out.
 *
 * @param kind kind of the fact
 * @param arguments names and numbers of its sentence
 */
public record DatasetNote(Kind kind, List<String> arguments) {
    /** Examples that a note names at most. */
    public static final int MOST_EXAMPLES = 10;

    /** Kind of a note, with its English sentence. */
    public enum Kind {
        /** Three splits with classes: training, validation, test. */
        THREE_SPLITS(false, "Trained on %s; epochs are chosen on %s, results are measured on %s."),
        /** Only a validation split has classes. */
        VALIDATION_IS_TEST(false, "There is no test split with classes; %s is used as the test split."),
        /** A test split without class folders. */
        UNLABELED_LEFT_OUT(true, "%s has no class folders, so the classes of its images are unknown. It is left out."),
        /** Folders that are no part of any split. */
        FOLDERS_LEFT_OUT(true, "Not part of any split and left out: %s."),
        /** Names of classes, read from a file. */
        NAMES_FROM_FILE(false, "The classes are named by %s."),
        /** WordNet numbers as class names. */
        NAMES_ARE_NUMBERS(
                false,
                "The classes are WordNet numbers. A file words.txt, LOC_synset_mapping.txt or imagenet_class_index.json"
                        + " next to them would name them."),
        /** Links whose target is missing. */
        BROKEN_LINKS(true, "%s links lead to files or folders that do not exist and are left out: %s."),
        /** Links to a folder above. */
        LINK_LOOPS(true, "%s links lead back to a folder that contains them and are left out: %s."),
        /** Files that are named like images and are none on this disk. */
        NO_REGULAR_FILES(true, "%s are no regular files and are left out: %s."),
        /** Unreadable images, left out on request. */
        UNREADABLE_SKIPPED(true, "%s images cannot be read and are left out: %s."),
        /** Classes without images, left out on request. */
        EMPTY_CLASSES_SKIPPED(true, "%s classes have no images and are left out: %s."),
        /** Chosen classes. */
        CLASSES_CHOSEN(false, "%s of %s classes are used."),
        /** Training images of each class, limited on request. */
        LIMITED_PER_CLASS(false, "At most %s training images of each class are used: %s of %s."),
        /** Classes of very different sizes. */
        IMBALANCED(
                true,
                "The classes differ in size: %s has %s training images, %s has %s. The accuracy favors the larger"
                        + " classes; read the balanced accuracy as well. With more than %4$s images per class (ipc), random real"
                        + " images of small classes repeat."),
        /** Classes that cannot give as many different real images as the distilled set has of each class. */
        FEWER_THAN_DISTILLED(
                true,
                "Classes with fewer training images than the %2$s images per class (ipc) of the distilled set (%1$s): %3$s. For"
                        + " comparison, random real images of these classes repeat, so that both sets have the same number"
                        + " of images of each class."),
        /** Labels from a table. */
        LABELS_FROM_TABLE(false, "The classes are read from %s."),
        /** Rows of a table without an image, or images without a row. */
        TABLE_MISMATCH(true, "%s does not fit its images: %s."),
        /** Images of more than 8 bits whose values use a small part of their range. */
        DARK(
                true,
                "The largest of the values of %s bits in a sample is %s, so that the images are nearly black. Set"
                        + " dataset.whiteLevel to %s to use the whole range.");

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
        return String.format(Locale.ROOT, kind.sentence, arguments.toArray());
    }
}
