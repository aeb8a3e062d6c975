package org.dwastudio.ui.imagegrid;

import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Magnification of a grid, around a point that stays in place. FX thread only. */
final class GridZoom {
    private final GridViewport viewport;
    private final DoubleProperty magnification = new SimpleDoubleProperty(this, "zoom", 1);
    private double x = Double.NaN;
    private double y = Double.NaN;

    /** @param scroll runs a move of the visible part and shows it */
    GridZoom(GridViewport viewport, Consumer<Runnable> scroll) {
        this.viewport = viewport;
        magnification.addListener((observable, old, now) -> scroll.accept(() -> zoomTo(now.doubleValue())));
    }

    /** Returns the magnification, 1 for the size that fits the space. */
    DoubleProperty magnificationProperty() {
        return magnification;
    }

    /** Zooms by a factor; the point (x, y) in screen pixels stays in place, NaN stands for the center of the view. */
    void zoomAround(double factor, double pointX, double pointY) {
        x = pointX;
        y = pointY;
        magnification.set(
                Math.min(GridViewport.MAX_ZOOM, Math.max(viewport.smallestZoom(), magnification.get() * factor)));
        x = Double.NaN;
        y = Double.NaN;
    }

    private void zoomTo(double now) {
        GridGeometry geometry = viewport.geometry();
        viewport.zoomTo(
                now,
                Double.isNaN(x) ? geometry.viewWidth() / 2.0 : x,
                Double.isNaN(y) ? geometry.viewHeight() / 2.0 : y);
    }
}
