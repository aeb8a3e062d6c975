package org.dwastudio.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.image.Normalization;
import org.dwastudio.text.Message;

/**
 * Dataset as stored, before its images are converted to one size and color mode.
 *
 * @param name display name
 * @param format name of the format, for example {@code image folder}
 * @param classes classes in label order
 * @param train training split
 * @param test test split
 * @param validation split that epochs are chosen on; empty if the dataset has only two
 * @param splitBySeed true if the program drew the test split
 * @param normalization normalization that the dataset itself states
 * @param notes facts that the user must know
 * @param variant differences from the splits
 */
public record DatasetSource(
        String name,
        Message format,
        ClassList classes,
        ImageSource train,
        ImageSource test,
        Optional<ImageSource> validation,
        boolean splitBySeed,
        Optional<Normalization> normalization,
        List<DatasetNote> notes,
        SplitVariant variant) {
    private static final int FINGERPRINT_DIGITS = 16;

    /** Creates a dataset of two splits without a normalization of its own, as most are. */
    public DatasetSource(
            String name,
            Message format,
            List<String> classNames,
            ImageSource train,
            ImageSource test,
            boolean splitBySeed) {
        this(name, format, classNames, train, test, splitBySeed, Optional.empty());
    }

    /** Creates a dataset of two splits. */
    public DatasetSource(
            String name,
            Message format,
            List<String> classNames,
            ImageSource train,
            ImageSource test,
            boolean splitBySeed,
            Optional<Normalization> normalization) {
        this(
                name,
                format,
                new ClassList(classNames),
                train,
                test,
                Optional.empty(),
                splitBySeed,
                normalization,
                List.of());
    }

    /** Creates a dataset without differences from its splits. */
    public DatasetSource(
            String name,
            Message format,
            ClassList classes,
            ImageSource train,
            ImageSource test,
            Optional<ImageSource> validation,
            boolean splitBySeed,
            Optional<Normalization> normalization,
            List<DatasetNote> notes) {
        this(
                name,
                format,
                classes,
                train,
                test,
                validation,
                splitBySeed,
                normalization,
                notes,
                SplitVariant.none());
    }

    public DatasetSource {
        notes = List.copyOf(notes);
    }

    /** Returns the class names in label order. */
    public List<String> classNames() {
        return classes.names();
    }

    public ImageSource images(Split split) {
        return split == Split.TRAIN ? train : test;
    }

    /** Returns this dataset under another name. */
    public DatasetSource withName(String other) {
        return new DatasetSource(other, format, classes, train, test, validation, splitBySeed, normalization, notes, variant);
    }

    /** Returns this dataset with other classes. */
    public DatasetSource withClasses(ClassList others) {
        return new DatasetSource(name, format, others, train, test, validation, splitBySeed, normalization, notes, variant);
    }

    /** Returns this dataset with other images in its splits. */
    public DatasetSource withImages(ImageSource training, ImageSource testing, Optional<ImageSource> choosing) {
        return new DatasetSource(name, format, classes, training, testing, choosing, splitBySeed, normalization, notes, variant);
    }

    /** Returns this dataset with another note. */
    public DatasetSource withNote(DatasetNote note) {
        return withNotes(List.of(note));
    }

    /** Returns this dataset with further notes. */
    public DatasetSource withNotes(List<DatasetNote> more) {
        return new DatasetSource(
                name,
                format,
                classes,
                train,
                test,
                validation,
                splitBySeed,
                normalization,
                Stream.concat(notes.stream(), more.stream()).toList(),
                variant);
    }

    /** Returns this dataset with held-out images in the role of the test split, and the same fingerprint. */
    public DatasetSource scoredOn(ImageSource heldOut) {
        return withImages(train, heldOut, validation)
                .withVariant(new SplitVariant(Optional.of(test), variant.corruption()));
    }

    /** Returns this dataset with a corruption of its training images. */
    public DatasetSource corrupted(TrainingCorruption corruption) {
        return withVariant(new SplitVariant(variant.setAside(), Optional.of(corruption)));
    }

    private DatasetSource withVariant(SplitVariant other) {
        return new DatasetSource(
                name, format, classes, train, test, validation, splitBySeed, normalization, notes, other);
    }

    /** Returns the dataset's {@link ImageDataset#fingerprint()}. */
    public String fingerprint() {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        for (ImageSource split :
                Stream.concat(Stream.of(train, variant.setAside().orElse(test)), validation.stream())
                        .toList()) {
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(split.count()).flip());
            split.digest(sha256);
        }
        variant.corruption().ifPresent(corruption -> corruption.digest(sha256));
        return Hex.encodeHexString(sha256.digest()).substring(0, FINGERPRINT_DIGITS);
    }
}
