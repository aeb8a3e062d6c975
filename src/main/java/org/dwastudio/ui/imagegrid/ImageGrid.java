package org.dwastudio.ui.imagegrid;

import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;

/**
 * Images of a run: a row for every shown class, a column for every ipc index. Zooms, scrolls and selects; draws only visible
 * tiles, into one buffer, so that ten thousand tiles move as smoothly as ten. FX thread only.
 */
public final class ImageGrid extends Region {
    /** Largest magnification relative to the size that fits the space. */
    public static final double MAX_ZOOM = GridViewport.MAX_ZOOM;

    private static final double ZOOM_STEP = 1.25;

    private final ResourceBundle texts;
    private final ObjectProperty<Tile> selectedTile = new SimpleObjectProperty<>(this, "selectedTile");
    private final FramedTiles frames = new FramedTiles(this::repaint);
    private final ReadOnlyObjectWrapper<VisibleColumns> visibleColumns =
            new ReadOnlyObjectWrapper<>(this, "visibleColumns", VisibleColumns.NONE);
    private final GridViewport viewport = new GridViewport();
    private final GridZoom zoom = new GridZoom(viewport, this::scroll);
    private final GridCanvas canvas;
    private final GridLabels labels;
    private final GridScrollBars scrollBars;
    private GridRows rows = GridRows.all(List.of(), 0);
    private TileStore store = new TileStore(0, 0, 1, 1, 1);
    private OptionalInt followed = OptionalInt.empty();
    private Runnable whenMoved = () -> {};

    /** @param texts bundle with the keys {@code control.grid.…} */
    public ImageGrid(ResourceBundle texts) {
        this.texts = texts;
        getStyleClass().add("image-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.getString("control.grid.name"));
        setMinSize(120, 80);
        setPrefSize(640, 560);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        canvas = new GridCanvas(
                () -> new PaintedGrid(viewport.geometry(), rows, store, selectedCell(), frames),
                this::density,
                () -> scroll(() -> viewport.follow(followed)));
        labels = canvas.labels();
        scrollBars = new GridScrollBars(texts, (panX, panY) -> scroll(() -> viewport.panTo(panX, panY)));
        getChildren().addAll(canvas, scrollBars);
        selectedTile.addListener((observable, old, now) -> selectionChanged(now));
        new GridGestures(this).connect();
    }

    /**
     * Resets to an empty grid: all columns waiting, nothing selected, zoomed to fit.
     *
     * @param rows number of classes
     * @param columns number of ipc indices
     * @param height height of an image in pixels
     * @param width width of an image in pixels
     * @param channels 1 (gray) or 3 (color)
     * @param labels class names, one per row
     */
    public void reset(int rows, int columns, int height, int width, int channels, List<String> labels) {
        store = new TileStore(rows, columns, height, width, channels);
        this.rows = GridRows.all(labels, rows);
        this.labels.setNames(labels);
        selectedTile.set(null);
        fit();
        scroll(() -> viewport.reset(store));
        requestLayout();
        canvas.repaintAll();
    }

    /** Lets the rows flow into several blocks next to each other where that makes few columns larger. */
    public void flowRows() {
        viewport.flow();
    }

    /** Shows some classes as rows, in this order, until the next {@link #reset}. The selection stays. */
    public void setRows(List<Integer> classes) {
        GridRows shown = rows.of(classes);
        if (!shown.showsSame(rows)) {
            rows = shown;
            scroll(() -> viewport.setRows(shown.count()));
            canvas.repaintAll();
        }
    }

    /** Shows all rows, also in small tiles, from the next {@link #reset} on. */
    public void preferWhole() {
        viewport.preferWhole();
    }

    /** Reserves a least width for the names of the rows, from the next {@link #reset} on. */
    public void reserveNameWidth(double width) {
        labels.reserve(width);
    }

    /**
     * Shows images of one column, starting at one class. The batch's bytes are kept, not copied.
     *
     * @throws IllegalArgumentException if the batch does not match the grid
     */
    public void setImages(int column, int firstClass, ImageBatch images, ColumnState state) {
        store.put(column, firstClass, images);
        canvas.repaint(column, firstClass, firstClass + images.count() - 1);
        setColumnState(column, state);
    }

    /** Sets the state of a column without changing its images. */
    public void setColumnState(int column, ColumnState state) {
        if (store.state(column) != state) {
            store.setState(column, state);
            canvas.repaint(column, 0, store.rows() - 1);
            canvas.repaintLabels();
        }
    }

    /** Keeps the column that a run has come to in view, until the user scrolls it out of view. */
    public void follow(OptionalInt column) {
        followed = column;
        // Not before the next pulse: a run that is loaded has come to its end by then.
        canvas.repaintLabels();
    }

    /** Returns the image at a point in this control's own coordinates. */
    public Optional<Tile> tileAt(double x, double y) {
        double left = (x - labels.nameWidth()) * density();
        double top = (y - GridLabels.HEADER_HEIGHT) * density();
        GridGeometry geometry = viewport.geometry();
        boolean inView = left >= 0 && left < geometry.viewWidth() && top >= 0 && top < geometry.viewHeight();
        return inView && !store.isEmpty() ? geometry.tileAt(left, top).map(rows::tileAt) : Optional.empty();
    }

    /** Returns the bounds of a tile in this control's own coordinates; they are out of view if its class is hidden. */
    public Bounds boundsOf(Tile tile) {
        GridGeometry geometry = viewport.geometry();
        Cell cell = rows.cellOf(tile).orElse(new Cell(-1, tile.column()));
        return new BoundingBox(
                labels.nameWidth() + geometry.tileX(cell.row(), cell.column()) / density(),
                GridLabels.HEADER_HEIGHT + geometry.tileY(cell.row()) / density(),
                geometry.drawnWidth() / density(),
                geometry.drawnHeight() / density());
    }

    /** Returns the columns that are in view over all of their width. */
    public ReadOnlyObjectProperty<VisibleColumns> visibleColumnsProperty() {
        return visibleColumns.getReadOnlyProperty();
    }

    /** Returns one image as a batch of its own; empty until it was set. */
    public Optional<ImageBatch> pixelsOf(Tile tile) {
        return store.copyOf(tile);
    }

    /** Returns the selected image; its value is null while nothing is selected. */
    public ObjectProperty<Tile> selectedTileProperty() {
        return selectedTile;
    }

    /** Returns the tiles that are marked. */
    public ObjectProperty<Set<Tile>> markedTilesProperty() {
        return frames.markedProperty();
    }

    /** Returns the tile that is hovered here, or whose image is hovered elsewhere. */
    public ObjectProperty<Optional<Tile>> hoveredTileProperty() {
        return frames.hoveredProperty();
    }

    /**
     * Returns the magnification relative to the size that fits the space: 1 to {@link #MAX_ZOOM}, or less than 1 if a
     * fitted grid is shown in part.
     */
    public DoubleProperty zoomProperty() {
        return zoom.magnificationProperty();
    }

    public void zoomIn() {
        zoomAround(ZOOM_STEP, Double.NaN, Double.NaN);
    }

    public void zoomOut() {
        zoomAround(1 / ZOOM_STEP, Double.NaN, Double.NaN);
    }

    /** Shows the whole grid as large as the space allows, or a part of it if its images would be too small. */
    public void fit() {
        zoom.magnificationProperty().set(1);
    }

    /** Zooms by a factor; the point (x, y) stays in place, NaN stands for the center of the view. */
    void zoomAround(double factor, double x, double y) {
        zoom.zoomAround(factor, (x - labels.nameWidth()) * density(), (y - GridLabels.HEADER_HEIGHT) * density());
    }

    /** Moves the tiles with the mouse, in this control's own coordinates. */
    void panBy(double dx, double dy) {
        GridGeometry geometry = viewport.geometry();
        scroll(() -> viewport.panTo(
                geometry.panX() - (int) Math.rint(dx * density()), geometry.panY() - (int) Math.rint(dy * density())));
    }

    /** Moves the selection, or selects the first tile, and brings it into view. */
    void moveSelection(int rowStep, int columnStep) {
        if (store.isEmpty() || rows.count() == 0) {
            return;
        }
        Cell to = selectedCell()
                .map(from -> viewport.geometry().neighbor(from, rowStep, columnStep))
                .orElse(new Cell(0, 0));
        selectedTile.set(rows.tileAt(to));
        scroll(() -> viewport.show(to));
    }

    private Optional<Cell> selectedCell() {
        return Optional.ofNullable(selectedTile.get()).flatMap(rows::cellOf);
    }

    @Override
    protected void layoutChildren() {
        canvas.layOut(getWidth(), getHeight());
        int width = (int) Math.max(1, Math.floor((getWidth() - labels.nameWidth()) * density()));
        int height = (int) Math.max(1, Math.floor((getHeight() - GridLabels.HEADER_HEIGHT) * density()));
        int barThickness = (int) Math.rint(GridScrollBars.THICKNESS * density());
        int blockSpace = (int) Math.rint(labels.nameWidth() * density());
        if (viewport.differs(width, height, barThickness, blockSpace)) {
            Optional<Cell> selected = selectedCell().filter(viewport::isInView);
            scroll(() -> {
                viewport.resize(width, height, barThickness, blockSpace);
                // The inspector that opens on a selection takes room from the grid.
                selected.ifPresent(viewport::keep);
            });
        }
        scrollBars.place(viewport, labels.nameWidth(), GridLabels.HEADER_HEIGHT, density());
    }

    private void selectionChanged(Tile tile) {
        setAccessibleText(
                tile == null
                        ? texts.getString("control.grid.name")
                        : MessageFormat.format(
                                texts.getString("control.grid.tile"), rows.nameOf(tile.row()), tile.column()));
        canvas.repaintAll();
    }

    private void repaint(Tile tile) {
        if (tile.column() < store.columns()) {
            canvas.repaint(tile.column(), tile.row(), tile.row());
        }
    }

    GridViewport viewport() {
        return viewport;
    }

    /** Sets what runs when another part of the grid is in view, or at another size. */
    void setWhenMoved(Runnable action) {
        whenMoved = action;
    }

    /** Moves the visible part of the grid. */
    void scroll(Runnable move) {
        GridGeometry before = viewport.geometry();
        move.run();
        if (!viewport.geometry().equals(before)) {
            visibleColumns.set(viewport.columns());
            scrollBars.place(viewport, labels.nameWidth(), GridLabels.HEADER_HEIGHT, density());
            canvas.repaintAll();
            whenMoved.run();
        }
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
    }
}
