package org.dwastudio.ui.imagegrid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of a grid: the classes it shows, in their order. Elsewhere, the row of a tile is its class. */
final class GridRows {
    private final List<String> names;
    private final int[] labels;
    private final int[] rows;

    private GridRows(List<String> names, int classes, int[] labels) {
        this.names = names;
        this.labels = labels;
        rows = new int[classes];
        Arrays.fill(rows, -1);
        for (int row = 0; row < labels.length; row++) {
            rows[labels[row]] = row;
        }
    }

    /**
     * Returns all classes in their own order.
     *
     * @param names names of the classes; may be empty
     */
    static GridRows all(List<String> names, int classes) {
        return new GridRows(
                List.copyOf(names), classes, IntStream.range(0, classes).toArray());
    }

    /** Returns some of the classes in another order; labels that do not exist are left out. */
    GridRows of(List<Integer> order) {
        int[] shown = order.stream()
                .mapToInt(Integer::intValue)
                .filter(label -> label >= 0 && label < rows.length)
                .distinct()
                .toArray();
        return new GridRows(names, rows.length, shown);
    }

    /** Returns the number of shown rows. */
    int count() {
        return labels.length;
    }

    int labelAt(int row) {
        return labels[row];
    }

    Tile tileAt(Cell cell) {
        return new Tile(labels[cell.row()], cell.column());
    }

    /** Returns the place of a tile; empty if its class is hidden. */
    Optional<Cell> cellOf(Tile tile) {
        boolean isShown = tile.row() >= 0 && tile.row() < rows.length && rows[tile.row()] >= 0;
        return isShown ? Optional.of(new Cell(rows[tile.row()], tile.column())) : Optional.empty();
    }

    /** Returns the name of a class. */
    String nameOf(int label) {
        return label < names.size() ? names.get(label) : Integer.toString(label);
    }

    /** Returns true if both show the same classes in the same order. */
    boolean showsSame(GridRows other) {
        return Arrays.equals(labels, other.labels);
    }
}
