package org.dwastudio.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.PixelBlock;

/**
 * The pictures of a run: a row for every class, a column for every ipc index. Zooms, pans and selects; draws only what
 * is in view, into one buffer, so that ten thousand tiles move as smoothly as ten. FX thread only.
 */
public final class ImageGrid extends Region {
    private final ObjectProperty<Tile> selectedTile = new SimpleObjectProperty<>(this, "selectedTile");
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

    /** @param texts holds the keys {@code control.grid.…} */
    public ImageGrid(ResourceBundle texts) {
        getStyleClass().add("image-grid");
    }

    /**
     * Starts anew with an empty grid, everything waiting, nothing selected, zoomed to fit.
     *
     * @param rows number of classes
     * @param columns number of ipc indices
     * @param height of a picture in pixels
     * @param width of a picture in pixels
     * @param channels 1 (grey) or 3 (colour)
     * @param labels names of the classes, one a row
     */
    public void reset(int rows, int columns, int height, int width, int channels, List<String> labels) {}

    /**
     * Shows pictures of one column from one class on. The block's bytes are kept, not copied.
     *
     * @throws IllegalArgumentException if the block does not fit the grid
     */
    public void setPictures(int column, int firstClass, PixelBlock pictures, ColumnState state) {}

    /** Changes how a column is marked, without touching its pictures. */
    public void setColumnState(int column, ColumnState state) {}

    /** The picture at a place in this control's own coordinates. */
    public Optional<Tile> tileAt(double x, double y) {
        return Optional.empty();
    }

    /** One picture as a block of its own; empty until it was set. */
    public Optional<PixelBlock> pixelsOf(Tile tile) {
        return Optional.empty();
    }

    /** The selected picture; its value is null while nothing is selected. */
    public ObjectProperty<Tile> selectedTileProperty() {
        return selectedTile;
    }

    /** Magnification over “fits the space”: 1 to 64. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    public void zoomIn() {}

    public void zoomOut() {}

    /** Shows the whole grid as large as the space allows. */
    public void fit() {}
}
