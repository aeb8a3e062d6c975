package org.dwastudio.ui.imagegrid;

import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.control.Tint;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Painter of tiles and their frames: waiting columns are faded, the running column is framed, the selected tile is
 * framed in amber.
 */
final class GridPainter {
    private static final double WAITING_STRENGTH = 0.42;
    private static final double FRAME_STRENGTH = 0.65;

    private final Tint plain = Tint.plain();
    private final Tint waiting;
    private final int background;
    private final int placeholder;
    private final int running;
    private final int selected;

    /** Creates a painter with the current theme colors. */
    GridPainter(ThemeColors palette) {
        background = palette.argbOf(ChartColor.BACKGROUND);
        placeholder = palette.argbOf(ChartColor.PLACEHOLDER);
        selected = palette.argbOf(ChartColor.CHANGED);
        int accent = palette.argbOf(ChartColor.ACCENT);
        running = Tint.faded(FRAME_STRENGTH, background).of(accent >> 16 & 0xFF, accent >> 8 & 0xFF, accent & 0xFF);
        waiting = Tint.faded(WAITING_STRENGTH, background);
    }

    void paintAll(PixelSurface surface, GridGeometry geometry, TileStore store, Tile selection) {
        surface.clear(background);
        for (int row = geometry.firstVisibleRow(); row <= geometry.lastVisibleRow(); row++) {
            for (int column = geometry.firstVisibleColumn(); column <= geometry.lastVisibleColumn(); column++) {
                paintImage(surface, geometry, store, row, column);
            }
        }
        for (int column = geometry.firstVisibleColumn(); column <= geometry.lastVisibleColumn(); column++) {
            if (store.state(column) == ColumnState.RUNNING) {
                frame(surface, geometry, column, geometry.firstVisibleRow(), geometry.lastVisibleRow(), running);
            }
        }
        frameSelected(surface, geometry, selection);
        surface.show(0, 0, surface.width(), surface.height());
    }

    /** Paints some rows of one column, including frames. */
    void paintColumn(
            PixelSurface surface,
            GridGeometry geometry,
            TileStore store,
            Tile selection,
            int column,
            int firstRow,
            int lastRow) {
        int first = Math.max(firstRow, geometry.firstVisibleRow());
        int last = Math.min(lastRow, geometry.lastVisibleRow());
        int x = geometry.tileX(column);
        int y = geometry.tileY(first);
        int thickness = thickness(geometry);
        for (int row = first; row <= last; row++) {
            paintImage(surface, geometry, store, row, column);
        }
        frame(
                surface,
                geometry,
                column,
                first,
                last,
                store.state(column) == ColumnState.RUNNING ? running : background);
        frameSelected(surface, geometry, selection);
        surface.show(
                x - thickness,
                y - thickness,
                geometry.drawnWidth() + 2 * thickness,
                (last - first + 1) * geometry.pitchY() + 2 * thickness);
    }

    private void paintImage(PixelSurface surface, GridGeometry geometry, TileStore store, int row, int column) {
        int x = geometry.tileX(column);
        int y = geometry.tileY(row);
        int width = geometry.drawnWidth();
        int height = geometry.drawnHeight();
        ColumnState state = store.state(column);
        if (store.has(row, column)) {
            Tint tint = state == ColumnState.WAITING ? waiting : plain;
            surface.draw(store.block(row, column), store.indexInBlock(row, column), x, y, width, height, tint);
        } else {
            surface.fill(x, y, width, height, placeholder);
        }
    }

    private static void frame(
            PixelSurface surface, GridGeometry geometry, int column, int firstRow, int lastRow, int color) {
        for (int row = firstRow; row <= lastRow; row++) {
            surface.frame(
                    geometry.tileX(column),
                    geometry.tileY(row),
                    geometry.drawnWidth(),
                    geometry.drawnHeight(),
                    thickness(geometry),
                    color);
        }
    }

    /** Last of all: the frames of tiny tiles touch, and that of the selected one must stay whole. */
    private void frameSelected(PixelSurface surface, GridGeometry geometry, Tile selection) {
        if (selection != null) {
            frame(surface, geometry, selection.column(), selection.row(), selection.row(), selected);
        }
    }

    static int thickness(GridGeometry geometry) {
        return geometry.gap() >= 5 ? 2 : 1;
    }
}
