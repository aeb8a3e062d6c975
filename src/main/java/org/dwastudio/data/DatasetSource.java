package org.dwastudio.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.image.Normalization;

/**
 * Dataset as stored, before its images are converted to one size and color mode.
 *
 * @param name display name
 * @param format name of the format, for example {@code image folder}
 * @param classNames class names in label order
 * @param train training split
 * @param test test split
 * @param splitBySeed true if the program drew the test split
 * @param normalization normalization that the dataset itself states
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

    /** Creates a dataset without a normalization of its own, as most are. */
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

    /** Returns the dataset's {@link ImageDataset#fingerprint()}. */
    public String fingerprint() {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        for (ImageSource split : List.of(train, test)) {
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(split.count()).flip());
            split.digest(sha256);
        }
        return Hex.encodeHexString(sha256.digest()).substring(0, FINGERPRINT_DIGITS);
    }
}
