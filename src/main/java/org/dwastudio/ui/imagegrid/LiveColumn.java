package org.dwastudio.ui.imagegrid;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import org.dwastudio.ui.control.PixelSurface;

/**
 * Overlay for the one column of a grid that changes repeatedly, so that only its strip of the screen is redrawn instead
 * of the whole grid. FX thread only.
 */
final class LiveColumn extends Group {
    private final ImageView view = new ImageView();
    private PixelSurface surface = new PixelSurface(1, 1);
    private OptionalInt column = OptionalInt.empty();
    private Optional<GridGeometry> placed = Optional.empty();

    LiveColumn() {
        setManaged(false);
        setMouseTransparent(true);
        view.setSmooth(false);
        getChildren().add(view);
        clear();
    }

    /** Returns the column that is, or may next be, painted here. */
    OptionalInt column() {
        return column;
    }

    /** Allows a column to be painted here from its next change on. */
    void expect(int next) {
        column = OptionalInt.of(next);
    }

    /** Paints the column's current state, including frames. */
    void paint(GridPainter painter, PaintedGrid grid, double density) {
        int painted = column.orElseThrow();
        if (!placed.equals(Optional.of(grid.geometry()))) {
            place(grid.geometry(), painted, density);
        }
        painter.paintColumn(surface, grid, painted, 0, grid.store().rows() - 1);
    }

    /** Hides the overlay because the grid's own buffer is complete. */
    void clear() {
        column = OptionalInt.empty();
        placed = Optional.empty();
        view.setImage(null);
    }

    private void place(GridGeometry geometry, int painted, double density) {
        int frame = GridPainter.thickness(geometry);
        int[] rows = geometry.visibleRows();
        int first = rows.length == 0 ? 0 : rows[0];
        int last = rows.length == 0 ? 0 : rows[rows.length - 1];
        int left = Math.max(0, geometry.tileX(first, painted) - frame);
        int right = Math.min(geometry.viewWidth(), geometry.tileX(last, painted) + geometry.drawnWidth() + frame);
        int top = Math.max(0, geometry.tileY(first) - frame);
        // The last block may be shorter than the others.
        int longest = geometry.tileY(0) + geometry.lines() * geometry.pitchY() + frame;
        int bottom = Math.min(geometry.viewHeight(), longest);
        surface = new PixelSurface(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        view.setImage(surface.image());
        view.setFitWidth(surface.width() / density);
        view.setFitHeight(surface.height() / density);
        view.setX(left / density);
        view.setY(top / density);
        placed = Optional.of(geometry);
    }
}
