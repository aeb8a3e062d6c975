package org.dwastudio.ui.imagegrid;

import java.util.ResourceBundle;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.control.ScrollBar;

/** Scroll bars of a grid, each shown only while a part of the grid is hidden in its direction. */
final class GridScrollBars extends Group {
    /** Thickness of a bar, in scene units. */
    static final double THICKNESS = 12;

    /** Listener for bars that the user moves. */
    @FunctionalInterface
    interface Listener {
        void scrolled(int panX, int panY);
    }

    private final ScrollBar columns = new ScrollBar();
    private final ScrollBar rows = new ScrollBar();
    private boolean placing;

    GridScrollBars(ResourceBundle texts, Listener listener) {
        setManaged(false);
        rows.setOrientation(Orientation.VERTICAL);
        columns.setId("grid-columns");
        rows.setId("grid-rows");
        columns.setAccessibleText(texts.getString("control.grid.scrollColumns"));
        rows.setAccessibleText(texts.getString("control.grid.scrollRows"));
        for (ScrollBar bar : new ScrollBar[] {columns, rows}) {
            bar.setManaged(false);
            bar.setVisible(false);
            bar.setMin(0);
            // The keys of the grid scroll too.
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener((observable, old, now) -> {
                if (!placing) {
                    listener.scrolled((int) Math.rint(columns.getValue()), (int) Math.rint(rows.getValue()));
                }
            });
            getChildren().add(bar);
        }
    }

    /**
     * Shows the position of a grid.
     *
     * @param left left edge of the tiles, in scene units
     * @param top upper edge of the tiles, in scene units
     * @param density screen pixels per scene unit
     */
    void place(GridViewport viewport, double left, double top, double density) {
        GridGeometry grid = viewport.geometry();
        placing = true;
        show(columns, viewport.scrollsSideways(), grid.gridWidth(), grid.viewWidth(), grid.panX(), grid.pitchX());
        show(rows, viewport.scrollsDown(), grid.gridHeight(), grid.viewHeight(), grid.panY(), grid.pitchY());
        placing = false;
        // Under the tiles, which may leave room below.
        double below = Math.min(grid.gridHeight(), grid.viewHeight()) / density;
        columns.resizeRelocate(left, top + below, grid.viewWidth() / density, THICKNESS);
        rows.resizeRelocate(left + grid.viewWidth() / density, top, THICKNESS, grid.viewHeight() / density);
    }

    private static void show(ScrollBar bar, boolean needed, int grid, int view, int pan, int pitch) {
        bar.setVisible(needed);
        if (needed) {
            int hidden = grid - view;
            bar.setMax(hidden);
            bar.setVisibleAmount((double) hidden * view / grid);
            bar.setUnitIncrement(pitch);
            bar.setBlockIncrement(Math.max(pitch, view - pitch));
            bar.setValue(pan);
        }
    }
}
