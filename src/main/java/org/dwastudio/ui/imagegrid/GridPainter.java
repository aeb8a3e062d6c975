package org.dwastudio.ui.imagegrid;

import java.util.Arrays;
import java.util.List;
import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.control.Tint;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Painter of tiles and their frames: waiting columns are faded, the running column is framed, the selected tile is
 * framed in amber like marked tiles, or in the color of text among them. The hovered tile has a thin frame.
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
    private final int hovered;

    /** Creates a painter with the current theme colors. */
    GridPainter(ThemeColors palette) {
        background = palette.argbOf(ChartColor.BACKGROUND);
        placeholder = palette.argbOf(ChartColor.PLACEHOLDER);
        selected = palette.argbOf(ChartColor.CHANGED);
        hovered = palette.argbOf(ChartColor.TEXT);
        int accent = palette.argbOf(ChartColor.ACCENT);
        running = Tint.faded(FRAME_STRENGTH, background).of(accent >> 16 & 0xFF, accent >> 8 & 0xFF, accent & 0xFF);
        waiting = Tint.faded(WAITING_STRENGTH, background);
    }

    void paintAll(PixelSurface surface, PaintedGrid grid) {
        GridGeometry geometry = grid.geometry();
        int[] rows = geometry.visibleRows();
        surface.clear(background);
        for (int column = geometry.firstVisibleColumn(); column <= geometry.lastVisibleColumn(); column++) {
            for (int row : rows) {
                paintImage(surface, grid, new Cell(row, column));
            }
        }
        for (int column = geometry.firstVisibleColumn(); column <= geometry.lastVisibleColumn(); column++) {
            if (grid.store().state(column) == ColumnState.RUNNING) {
                for (int row : rows) {
                    frame(surface, geometry, new Cell(row, column), running);
                }
            }
        }
        frameTiles(surface, grid, geometry.firstVisibleColumn(), geometry.lastVisibleColumn());
        surface.show(0, 0, surface.width(), surface.height());
    }

    /** Paints the images of some classes in one column, including frames. */
    void paintColumn(PixelSurface surface, PaintedGrid grid, int column, int firstLabel, int lastLabel) {
        GridGeometry geometry = grid.geometry();
        List<Cell> cells = Arrays.stream(geometry.visibleRows())
                .filter(row ->
                        grid.rows().labelAt(row) >= firstLabel && grid.rows().labelAt(row) <= lastLabel)
                .mapToObj(row -> new Cell(row, column))
                .toList();
        int color = grid.store().state(column) == ColumnState.RUNNING ? running : background;
        cells.forEach(cell -> paintImage(surface, grid, cell));
        cells.forEach(cell -> frame(surface, geometry, cell, color));
        // Frames of tiny tiles touch those of the columns next to them.
        frameTiles(surface, grid, column - 1, column + 1);
        show(surface, geometry, cells);
    }

    private static void show(PixelSurface surface, GridGeometry geometry, List<Cell> cells) {
        int thickness = thickness(geometry);
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (Cell cell : cells) {
            int x = geometry.tileX(cell.row(), cell.column());
            int y = geometry.tileY(cell.row());
            left = Math.min(left, x - thickness);
            top = Math.min(top, y - thickness);
            right = Math.max(right, x + geometry.drawnWidth() + thickness);
            bottom = Math.max(bottom, y + geometry.drawnHeight() + thickness);
        }
        if (!cells.isEmpty()) {
            surface.show(left, top, right - left, bottom - top);
        }
    }

    private void paintImage(PixelSurface surface, PaintedGrid grid, Cell cell) {
        GridGeometry geometry = grid.geometry();
        TileStore store = grid.store();
        int x = geometry.tileX(cell.row(), cell.column());
        int y = geometry.tileY(cell.row());
        int width = geometry.drawnWidth();
        int height = geometry.drawnHeight();
        int label = grid.rows().labelAt(cell.row());
        if (store.has(label, cell.column())) {
            Tint tint = store.state(cell.column()) == ColumnState.WAITING ? waiting : plain;
            surface.draw(
                    store.block(label, cell.column()),
                    store.indexInBlock(label, cell.column()),
                    x,
                    y,
                    width,
                    height,
                    tint);
        } else {
            surface.fill(x, y, width, height, placeholder);
        }
    }

    private static void frame(PixelSurface surface, GridGeometry geometry, Cell cell, int color) {
        frame(surface, geometry, cell, thickness(geometry), color);
    }

    private static void frame(PixelSurface surface, GridGeometry geometry, Cell cell, int thickness, int color) {
        surface.frame(
                geometry.tileX(cell.row(), cell.column()),
                geometry.tileY(cell.row()),
                geometry.drawnWidth(),
                geometry.drawnHeight(),
                thickness,
                color);
    }

    /** Last of all: the frames of tiny tiles touch, and those of marked, selected and hovered tiles must stay whole. */
    private void frameTiles(PixelSurface surface, PaintedGrid grid, int firstColumn, int lastColumn) {
        GridGeometry geometry = grid.geometry();
        FramedTiles frames = grid.frames();
        if (frames.areMarked()) {
            int first = Math.max(firstColumn, geometry.firstVisibleColumn());
            int last = Math.min(lastColumn, geometry.lastVisibleColumn());
            for (int row : geometry.visibleRows()) {
                for (int column = first; column <= last; column++) {
                    Cell cell = new Cell(row, column);
                    if (frames.isMarked(grid.rows().tileAt(cell))) {
                        frame(surface, geometry, cell, selected);
                    }
                }
            }
        }
        grid.selected()
                .ifPresent(cell -> frame(
                        surface, geometry, cell, frames.isMarked(grid.rows().tileAt(cell)) ? hovered : selected));
        frames.hoveredProperty()
                .get()
                .flatMap(grid.rows()::cellOf)
                .ifPresent(cell -> frame(surface, geometry, cell, 1, hovered));
    }

    static int thickness(GridGeometry geometry) {
        return geometry.gap() >= 5 ? 2 : 1;
    }
}
