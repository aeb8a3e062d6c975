package org.dwastudio.ui.imagegrid;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
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
    private final Supplier<PaintedGrid> source;
    private final DoubleSupplier density;
    private final Runnable beforePainting;
    private final ThemeColors palette = new ThemeColors(this::repaintAll);
    private final GridLabels labels = new GridLabels(palette);
    private final ImageView view = new ImageView();
    private final LiveColumn liveColumn = new LiveColumn();
    private final PulseThrottle repaint = new PulseThrottle(this::paint);
    private final GridChanges changes = new GridChanges();
    private PixelSurface surface = new PixelSurface(1, 1);

    /**
     * Creates an empty canvas.
     *
     * @param source state of the grid
     * @param density screen pixels per scene unit: tiles are painted in screen pixels
     * @param beforePainting called at every pulse at which something is painted
     */
    GridCanvas(Supplier<PaintedGrid> source, DoubleSupplier density, Runnable beforePainting) {
        this.source = source;
        this.density = density;
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

    /** Repaints the images of some classes in a column. */
    void repaint(int column, int firstLabel, int lastLabel) {
        changes.add(column, firstLabel, lastLabel);
        repaint.request();
    }

    void repaintLabels() {
        changes.addLabels();
        repaint.request();
    }

    private void paint() {
        beforePainting.run();
        PaintedGrid grid = source.get();
        GridGeometry geometry = grid.geometry();
        if (surface.width() != geometry.viewWidth() || surface.height() != geometry.viewHeight()) {
            surface = new PixelSurface(geometry.viewWidth(), geometry.viewHeight());
            view.setImage(surface.image());
            view.setFitWidth(geometry.viewWidth() / density.getAsDouble());
            view.setFitHeight(geometry.viewHeight() / density.getAsDouble());
            view.relocate(labels.nameWidth(), GridLabels.HEADER_HEIGHT);
            changes.addEverything();
        }
        if (changes.hasLabels()) {
            labels.draw(grid, density.getAsDouble());
        }
        GridPainter painter = new GridPainter(palette);
        if (changes.isIn(liveColumn.column())) {
            liveColumn.paint(painter, grid, density.getAsDouble());
            liveColumn.setLayoutX(view.getLayoutX());
            liveColumn.setLayoutY(view.getLayoutY());
        } else {
            paintGrid(painter, grid);
        }
        changes.clear();
    }

    /** Updates the grid's own buffer; following changes may be those of one column alone. */
    private void paintGrid(GridPainter painter, PaintedGrid grid) {
        liveColumn
                .column()
                .ifPresent(column -> changes.add(column, 0, grid.store().rows() - 1));
        liveColumn.clear();
        if (changes.isEverything()) {
            painter.paintAll(surface, grid);
        } else {
            changes.forEach((column, first, last) -> painter.paintColumn(surface, grid, column, first, last));
            changes.onlyColumn().ifPresent(liveColumn::expect);
        }
    }
}
