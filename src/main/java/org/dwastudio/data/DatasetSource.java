package org.dwastudio.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dwastudio.image.Normalization;

/**
 * A dataset as it is stored, before its images are brought to one size and colour.
 *
 * @param name display name
 * @param format in words, for example {@code image folder}
 * @param classNames in label order
 * @param splitBySeed whether the test split was drawn by the program
 * @param normalization what the dataset itself says that its images are normalised with
 */
public record DatasetSource(
        String name,
        String format,
        List<String> classNames,
        ImageSource train,
        ImageSource test,
        boolean splitBySeed,
        Optional<Normalization> normalization) {
    private static final int FINGERPRINT_DIGITS = 16;

    /** Most datasets say nothing of a normalisation. */
    public DatasetSource(
            String name,
            String format,
            List<String> classNames,
            ImageSource train,
            ImageSource test,
            boolean splitBySeed) {
        this(name, format, classNames, train, test, splitBySeed, Optional.empty());
    }

    public DatasetSource {
        classNames = List.copyOf(classNames);
    }

    public ImageSource images(Split split) {
        return split == Split.TRAIN ? train : test;
    }

    /** See {@link ImageDataset#fingerprint()}. */
    public String fingerprint() {
        MessageDigest sha256 = sha256();
        for (ImageSource split : List.of(train, test)) {
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(split.count()).flip());
            split.digest(sha256);
        }
        return HexFormat.of().formatHex(sha256.digest()).substring(0, FINGERPRINT_DIGITS);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
