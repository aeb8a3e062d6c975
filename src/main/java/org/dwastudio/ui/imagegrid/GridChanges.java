package org.dwastudio.ui.imagegrid;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Parts of a grid to be painted at the next pulse. */
final class GridChanges {
    /** Painting of some classes of a column. */
    @FunctionalInterface
    interface ColumnTask {
        void accept(int column, int firstLabel, int lastLabel);
    }

    private record Labels(int first, int last) {
        Labels with(Labels other) {
            return new Labels(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private final Map<Integer, Labels> columns = new HashMap<>();
    private boolean everything;
    private boolean labels;

    void add(int column, int firstLabel, int lastLabel) {
        columns.merge(column, new Labels(firstLabel, lastLabel), Labels::with);
    }

    void addLabels() {
        labels = true;
    }

    void addEverything() {
        everything = true;
        labels = true;
    }

    /** Returns true if only the images of that column changed. */
    boolean isIn(OptionalInt column) {
        return !everything && !labels && column.isPresent() && onlyColumn().equals(column);
    }

    /** Returns the only column with changes, if there is exactly one. */
    OptionalInt onlyColumn() {
        return columns.size() == 1 ? OptionalInt.of(columns.keySet().iterator().next()) : OptionalInt.empty();
    }

    boolean isEverything() {
        return everything;
    }

    boolean hasLabels() {
        return labels;
    }

    void forEach(ColumnTask task) {
        columns.forEach((column, classes) -> task.accept(column, classes.first(), classes.last()));
    }

    void clear() {
        columns.clear();
        everything = false;
        labels = false;
    }
}
