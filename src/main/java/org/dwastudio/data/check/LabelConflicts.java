package org.dwastudio.data.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.Split;

/**
 * Search for images with the same pixels in different classes. Positions count the training images, then the test images.
 *
 * @param train statistics with the hashes of the training images
 * @param test the same of the test images
 */
record LabelConflicts(DatasetSource source, DatasetStatistics train, DatasetStatistics test) {

    /** Returns each image whose pixels equal those of an earlier image of another class, with the first such image. */
    List<DatasetReport.LabelConflict> find() {
        int[] readable = IntStream.range(0, train.count() + test.count())
                .filter(this::isReadable)
                .toArray();
        long[] sorted = Arrays.stream(readable).mapToLong(this::hash).sorted().toArray();
        long[] repeated = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] == sorted[i - 1])
                .mapToLong(i -> sorted[i])
                .distinct()
                .toArray();
        Map<Long, Integer> first = new HashMap<>();
        List<DatasetReport.LabelConflict> found = new ArrayList<>();
        for (int position : readable) {
            long hash = hash(position);
            if (Arrays.binarySearch(repeated, hash) >= 0) {
                Integer before = first.putIfAbsent(hash, position);
                if (before != null && label(before) != label(position)) {
                    found.add(new DatasetReport.LabelConflict(
                            name(before), className(before), name(position), className(position)));
                }
            }
        }
        return found;
    }

    private boolean isReadable(int position) {
        return statistics(position).isReadable(index(position));
    }

    private long hash(int position) {
        return statistics(position).hash(index(position));
    }

    private int label(int position) {
        return images(position).label(index(position));
    }

    private String className(int position) {
        return source.classNames().get(label(position));
    }

    private String name(int position) {
        return DatasetCheck.name(images(position), split(position), index(position));
    }

    private ImageSource images(int position) {
        return source.images(split(position));
    }

    private DatasetStatistics statistics(int position) {
        return split(position) == Split.TRAIN ? train : test;
    }

    private Split split(int position) {
        return position < train.count() ? Split.TRAIN : Split.TEST;
    }

    private int index(int position) {
        return position < train.count() ? position : position - train.count();
    }
}
