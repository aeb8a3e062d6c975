package org.dwastudio.ui.imagegrid;

import javafx.scene.Group;
import javafx.scene.image.ImageView;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Tiles of a grid as they are on the screen, with their labels. Changes are painted at the next pulse, and only what
 * changed. FX thread only.
 */
final class GridCanvas extends Group {
    /** State of the grid to be painted. */
    interface Source {
        GridGeometry geometry();

        TileStore store();

        Tile selection();

        /** Returns screen pixels per scene unit: tiles are painted in screen pixels. */
        double density();
    }

    private final Source source;
    private final Runnable beforePainting;
    private final ThemeColors palette = new ThemeColors(this::repaintAll);
    private final GridLabels labels = new GridLabels(palette);
    private final ImageView view = new ImageView();
    private final LiveColumn liveColumn = new LiveColumn();
    private final PulseThrottle repaint = new PulseThrottle(this::paint);
    private final GridChanges changes = new GridChanges();
    private PixelSurface surface = new PixelSurface(1, 1);

    /** @param beforePainting called at every pulse at which something is painted */
    GridCanvas(Source source, Runnable beforePainting) {
        this.source = source;
        this.beforePainting = beforePainting;
        setManaged(false);
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().addAll(palette, view, liveColumn, labels);
    }

    GridLabels labels() {
        return labels;
    }

    void layOut(double width, double height) {
        view.relocate(labels.nameWidth(), GridLabels.HEADER_HEIGHT);
        labels.resizeRelocate(0, 0, width, height);
    }

    void repaintAll() {
        changes.addEverything();
        repaint.request();
    }

    /** Repaints some images of a column. */
    void repaint(int column, int firstRow, int lastRow) {
        changes.add(column, firstRow, lastRow);
        repaint.request();
    }

    void repaintLabels() {
        changes.addLabels();
        repaint.request();
    }

    private void paint() {
        beforePainting.run();
        GridGeometry geometry = source.geometry();
        if (surface.width() != geometry.viewWidth() || surface.height() != geometry.viewHeight()) {
            surface = new PixelSurface(geometry.viewWidth(), geometry.viewHeight());
            view.setImage(surface.image());
            view.setFitWidth(geometry.viewWidth() / source.density());
            view.setFitHeight(geometry.viewHeight() / source.density());
            view.relocate(labels.nameWidth(), GridLabels.HEADER_HEIGHT);
            changes.addEverything();
        }
        if (changes.hasLabels()) {
            labels.draw(geometry, source.store(), source.selection(), source.density());
        }
        GridPainter painter = new GridPainter(palette);
        if (changes.isIn(liveColumn.column())) {
            liveColumn.paint(painter, geometry, source.store(), source.selection(), source.density());
            liveColumn.setLayoutX(view.getLayoutX());
            liveColumn.setLayoutY(view.getLayoutY());
        } else {
            paintGrid(painter, geometry);
        }
        changes.clear();
    }

    /** Updates the grid's own buffer; following changes may be those of one column alone. */
    private void paintGrid(GridPainter painter, GridGeometry geometry) {
        TileStore store = source.store();
        liveColumn.column().ifPresent(column -> changes.add(column, 0, store.rows() - 1));
        liveColumn.clear();
        if (changes.isEverything()) {
            painter.paintAll(surface, geometry, store, source.selection());
        } else {
            changes.forEach((column, first, last) ->
                    painter.paintColumn(surface, geometry, store, source.selection(), column, first, last));
            changes.onlyColumn().ifPresent(liveColumn::expect);
        }
    }
}
