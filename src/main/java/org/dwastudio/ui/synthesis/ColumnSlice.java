package org.dwastudio.ui.synthesis;

import org.dwastudio.ui.imagegrid.Tile;

/**
 * A part of a column whose images come together.
 *
 * @param column from 0
 * @param firstClass label of its first image
 */
public record ColumnSlice(int column, int firstClass) {

    /**
     * Returns true if a tile is in this slice.
     *
     * @param count number of classes of this slice
     */
    boolean holds(Tile tile, int count) {
        return tile.column() == column && firstClass <= tile.row() && tile.row() < firstClass + count;
    }
}
