package org.dwastudio.data.check;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.preprocess.ImageFormat;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.PixelSums;

/** What was noted about images, in their order, by one thread at a time. */
final class DatasetStatistics {
    /** Stands for an image that could not be read. */
    private static final long NONE = 0;

    private final long[] hashes;
    private final Map<ImageHeader, Integer> sizes = new HashMap<>();
    private final List<DatasetReport.Unreadable> unreadable = new ArrayList<>();
    private final PixelSums sums;
    private int looked;

    /**
     * Begins with nothing.
     *
     * @param count how many images there will be
     * @param channels of the sums
     */
    DatasetStatistics(int count, int channels) {
        hashes = new long[count];
        sums = new PixelSums(channels);
    }

    /**
     * Notes the next image.
     *
     * @param counted whether its pixels go into the sums, brought to the format
     */
    void add(ImageBatch picture, boolean counted, ImageFormat format) {
        hashes[looked++] = hash(picture);
        sizes.merge(new ImageHeader(picture.width(), picture.height(), picture.channels()), 1, Integer::sum);
        if (counted) {
            sums.add(format.apply(picture));
        }
    }

    void addUnreadable(String file, String problem) {
        hashes[looked++] = NONE;
        unreadable.add(new DatasetReport.Unreadable(file, problem));
    }

    /** Notes what another noted about the images that follow. */
    void append(DatasetStatistics next) {
        System.arraycopy(next.hashes, 0, hashes, looked, next.looked);
        looked += next.looked;
        next.sizes.forEach((size, images) -> sizes.merge(size, images, Integer::sum));
        unreadable.addAll(next.unreadable);
        sums.add(next.sums);
    }

    private static long hash(ImageBatch picture) {
        MessageDigest sha256 = DatasetSource.sha256();
        sha256.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(picture.height())
                .putInt(picture.width())
                .putInt(picture.channels())
                .flip());
        long hash = ByteBuffer.wrap(sha256.digest(picture.bytes())).getLong();
        return hash == NONE ? 1 : hash;
    }

    int count() {
        return hashes.length;
    }

    /** How many were noted. */
    int looked() {
        return looked;
    }

    boolean isReadable(int index) {
        return hashes[index] != NONE;
    }

    /** The same for images of the same size, colour and pixels; others differ but with a chance of one to 10¹⁹. */
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

    /** How often each size occurs in several splits, the most frequent first, then the smaller. */
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
