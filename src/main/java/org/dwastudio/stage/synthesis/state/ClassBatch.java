package org.dwastudio.stage.synthesis.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Images that are synthesized together: one of every class of a column, or of a slice of its classes.
 *
 * @param column ipc index, from 0
 * @param firstClass label of the first image
 * @param size number of images; labels count up from the first
 */
public record ClassBatch(int column, int firstClass, int size) {

    /** A column cut into slices of at most {@code batchSize} classes. */
    public static List<ClassBatch> ofColumn(int column, int classes, int batchSize) {
        List<ClassBatch> batches = new ArrayList<>();
        for (int first = 0; first < classes; first += batchSize) {
            batches.add(new ClassBatch(column, first, Math.min(batchSize, classes - first)));
        }
        return batches;
    }

    /** The part of it with classes below {@code end}; empty when there is none. */
    public Optional<ClassBatch> below(int end) {
        int kept = Math.min(size, end - firstClass);
        return kept > 0 ? Optional.of(new ClassBatch(column, firstClass, kept)) : Optional.empty();
    }

    public long[] labels() {
        return LongStream.range(firstClass, firstClass + (long) size).toArray();
    }
}
