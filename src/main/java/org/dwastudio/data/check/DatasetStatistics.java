package org.dwastudio.data.check;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.data.preprocess.ImageFormat;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.PixelSums;
import org.dwastudio.text.Message;

/** Statistics of images in order; used by one thread at a time. */
final class DatasetStatistics {
    /** Hash of an image that could not be read. */
    private static final long NONE = 0;

    private final long[] hashes;
    private final Map<ImageHeader, Integer> sizes = new HashMap<>();
    private final List<DatasetReport.Unreadable> unreadable = new ArrayList<>();
    private final PixelSums sums;
    private int recorded;

    /**
     * Creates empty statistics.
     *
     * @param count expected number of images
     * @param channels channels of the sums
     */
    DatasetStatistics(int count, int channels) {
        hashes = new long[count];
        sums = new PixelSums(channels);
    }

    /**
     * Adds the next image.
     *
     * @param counted true if its pixels, converted to the format, are added to the sums
     */
    void add(ImageBatch image, boolean counted, ImageFormat format) {
        hashes[recorded++] = hash(image);
        sizes.merge(new ImageHeader(image.width(), image.height(), image.channels()), 1, Integer::sum);
        if (counted) {
            sums.add(format.apply(image));
        }
    }

    void addUnreadable(String file, Message problem) {
        hashes[recorded++] = NONE;
        unreadable.add(new DatasetReport.Unreadable(file, problem));
    }

    /** Appends the statistics of the images that follow. */
    void append(DatasetStatistics next) {
        System.arraycopy(next.hashes, 0, hashes, recorded, next.recorded);
        recorded += next.recorded;
        next.sizes.forEach((size, images) -> sizes.merge(size, images, Integer::sum));
        unreadable.addAll(next.unreadable);
        sums.add(next.sums);
    }

    private static long hash(ImageBatch image) {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        sha256.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(image.height())
                .putInt(image.width())
                .putInt(image.channels())
                .flip());
        long hash = ByteBuffer.wrap(sha256.digest(image.bytes())).getLong();
        return hash == NONE ? 1 : hash;
    }

    int count() {
        return hashes.length;
    }

    /** Returns the number of images added. */
    int recorded() {
        return recorded;
    }

    boolean isReadable(int index) {
        return hashes[index] != NONE;
    }

    /**
     * Returns the hash of an image: equal for images of equal size, color mode and pixels; others collide with a
     * probability of about 10⁻¹⁹.
     */
    long hash(int index) {
        return hashes[index];
    }

    long[] sortedHashes() {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    List<DatasetReport.Unreadable> unreadable() {
        return unreadable;
    }

    PixelSums sums() {
        return sums;
    }

    /** Returns the frequency of each size in several splits, the most frequent first, then the smaller. */
    static List<DatasetReport.SizeCount> sizes(DatasetStatistics... splits) {
        Map<ImageHeader, Integer> together = new HashMap<>();
        for (DatasetStatistics split : splits) {
            split.sizes.forEach((size, images) -> together.merge(size, images, Integer::sum));
        }
        return together.entrySet().stream()
                .map(entry -> new DatasetReport.SizeCount(
                        entry.getKey().width(),
                        entry.getKey().height(),
                        entry.getKey().channels(),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(DatasetReport.SizeCount::images)
                        .reversed()
                        .thenComparingInt(DatasetReport.SizeCount::width)
                        .thenComparingInt(DatasetReport.SizeCount::height)
                        .thenComparingInt(DatasetReport.SizeCount::channels))
                .toList();
    }
}
