package org.dwastudio.ui.imagegrid;

import java.util.Optional;

/**
 * State of a grid to be painted.
 *
 * @param geometry geometry in screen pixels
 * @param selected place of the selected tile; empty if none is selected or its row is hidden
 * @param frames hovered and marked tiles
 */
record PaintedGrid(GridGeometry geometry, GridRows rows, TileStore store, Optional<Cell> selected, FramedTiles frames) {

    boolean has(Cell cell) {
        return store.has(rows.labelAt(cell.row()), cell.column());
    }
}
