package org.dwastudio.ui.imagegrid;

import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Images of a run: a row for every class, a column for every ipc index. Zooms, pans and selects; draws only visible
 * tiles, into one buffer, so that ten thousand tiles move as smoothly as ten. FX thread only.
 */
public final class ImageGrid extends Region {
    /** Largest magnification relative to the size that fits the space. */
    public static final double MAX_ZOOM = 64;

    private static final double ZOOM_STEP = 1.25;

    private final ResourceBundle texts;
    private final ObjectProperty<Tile> selectedTile = new SimpleObjectProperty<>(this, "selectedTile");
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final ThemeColors palette = new ThemeColors(this::repaintAll);
    private final GridLabels labels = new GridLabels(palette);
    private final ImageView view = new ImageView();
    private final LiveColumn liveColumn = new LiveColumn();
    private final PulseThrottle repaint = new PulseThrottle(this::paint);
    private final GridChanges changes = new GridChanges();
    private List<String> names = List.of();
    private TileStore store = new TileStore(0, 0, 1, 1, 1);
    private GridGeometry geometry = GridGeometry.fitting(0, 0, 1, 1, 1, 1);
    private PixelSurface surface = new PixelSurface(1, 1);
    private double zoomX = Double.NaN;
    private double zoomY = Double.NaN;

    /**
     * Creates an empty grid.
     *
     * @param texts bundle with the keys {@code control.grid.…}
     */
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
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().addAll(palette, view, liveColumn, labels);
        selectedTile.addListener((observable, old, now) -> selectionChanged(now));
        zoom.addListener((observable, old, now) -> zoomChanged(now.doubleValue()));
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
        names = List.copyOf(labels);
        this.labels.setNames(names);
        selectedTile.set(null);
        zoom.set(1);
        geometry = fitting();
        repaintAll();
    }

    /**
     * Shows images of one column, starting at one class. The batch's bytes are kept, not copied.
     *
     * @throws IllegalArgumentException if the batch does not match the grid
     */
    public void setImages(int column, int firstClass, ImageBatch images, ColumnState state) {
        store.put(column, firstClass, images);
        changes.add(column, firstClass, firstClass + images.count() - 1);
        setColumnState(column, state);
        repaint.request();
    }

    /** Sets the state of a column without changing its images. */
    public void setColumnState(int column, ColumnState state) {
        if (store.state(column) != state) {
            store.setState(column, state);
            changes.add(column, 0, store.rows() - 1);
            changes.addLabels();
            repaint.request();
        }
    }

    /** Returns the image at a point in this control's own coordinates. */
    public Optional<Tile> tileAt(double x, double y) {
        boolean overLabels = x < labels.nameWidth() || y < GridLabels.HEADER_HEIGHT;
        return overLabels || store.isEmpty()
                ? Optional.empty()
                : geometry.tileAt((x - labels.nameWidth()) * density(), (y - GridLabels.HEADER_HEIGHT) * density());
    }

    /** Returns one image as a batch of its own; empty until it was set. */
    public Optional<ImageBatch> pixelsOf(Tile tile) {
        return store.copyOf(tile);
    }

    /** Returns the selected image; its value is null while nothing is selected. */
    public ObjectProperty<Tile> selectedTileProperty() {
        return selectedTile;
    }

    /** Returns the magnification relative to the size that fits the space: 1 to {@link #MAX_ZOOM}. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    public void zoomIn() {
        zoomAround(ZOOM_STEP, Double.NaN, Double.NaN);
    }

    public void zoomOut() {
        zoomAround(1 / ZOOM_STEP, Double.NaN, Double.NaN);
    }

    /** Shows the whole grid as large as the space allows. */
    public void fit() {
        zoom.set(1);
    }

    /** Zooms by a factor; the point (x, y) stays in place, NaN stands for the center of the view. */
    void zoomAround(double factor, double x, double y) {
        zoomX = (x - labels.nameWidth()) * density();
        zoomY = (y - GridLabels.HEADER_HEIGHT) * density();
        zoom.set(Math.min(MAX_ZOOM, Math.max(1, zoom.get() * factor)));
        zoomX = Double.NaN;
        zoomY = Double.NaN;
    }

    /** Moves the tiles with the mouse, in this control's own coordinates. */
    void panBy(double dx, double dy) {
        show(geometry.pannedTo(
                geometry.panX() - (int) Math.rint(dx * density()), geometry.panY() - (int) Math.rint(dy * density())));
    }

    /** Moves the selection, or selects the first tile, and brings it into view. */
    void moveSelection(int rowStep, int columnStep) {
        if (store.isEmpty()) {
            return;
        }
        Tile from = selectedTile.get();
        Tile to = from == null
                ? new Tile(0, 0)
                : new Tile(
                        Math.max(0, Math.min(store.rows() - 1, from.row() + rowStep)),
                        Math.max(0, Math.min(store.columns() - 1, from.column() + columnStep)));
        selectedTile.set(to);
        show(geometry.showing(to));
    }

    @Override
    protected void layoutChildren() {
        view.relocate(labels.nameWidth(), GridLabels.HEADER_HEIGHT);
        labels.resizeRelocate(0, 0, getWidth(), getHeight());
        if (viewWidth() != geometry.viewWidth() || viewHeight() != geometry.viewHeight()) {
            GridGeometry fitting = fitting();
            geometry = zoom.get() == 1
                    ? fitting
                    : fitting.scaledTo(fitting.scale() * zoom.get(), 0, 0).pannedTo(geometry.panX(), geometry.panY());
            repaintAll();
        }
    }

    private void selectionChanged(Tile tile) {
        setAccessibleText(
                tile == null
                        ? texts.getString("control.grid.name")
                        : MessageFormat.format(
                                texts.getString("control.grid.tile"), nameOf(tile.row()), tile.column()));
        repaintAll();
    }

    private String nameOf(int row) {
        return row < names.size() ? names.get(row) : Integer.toString(row);
    }

    private void zoomChanged(double magnification) {
        if (magnification == 1) {
            show(fitting());
            return;
        }
        double x = Double.isNaN(zoomX) ? geometry.viewWidth() / 2.0 : zoomX;
        double y = Double.isNaN(zoomY) ? geometry.viewHeight() / 2.0 : zoomY;
        show(geometry.scaledTo(fitting().scale() * magnification, x, y));
    }

    private void show(GridGeometry newGeometry) {
        if (!newGeometry.equals(geometry)) {
            geometry = newGeometry;
            repaintAll();
        }
    }

    private GridGeometry fitting() {
        return GridGeometry.fitting(
                store.rows(), store.columns(), store.height(), store.width(), viewWidth(), viewHeight());
    }

    private int viewWidth() {
        return (int) Math.max(1, Math.floor((getWidth() - labels.nameWidth()) * density()));
    }

    private int viewHeight() {
        return (int) Math.max(1, Math.floor((getHeight() - GridLabels.HEADER_HEIGHT) * density()));
    }

    /** Returns screen pixels per scene unit: tiles are painted in screen pixels. */
    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
    }

    private void repaintAll() {
        changes.addEverything();
        repaint.request();
    }

    private void paint() {
        if (surface.width() != geometry.viewWidth() || surface.height() != geometry.viewHeight()) {
            surface = new PixelSurface(geometry.viewWidth(), geometry.viewHeight());
            view.setImage(surface.image());
            view.setFitWidth(geometry.viewWidth() / density());
            view.setFitHeight(geometry.viewHeight() / density());
            view.relocate(labels.nameWidth(), GridLabels.HEADER_HEIGHT);
            changes.addEverything();
        }
        if (changes.hasLabels()) {
            labels.draw(geometry, store, selectedTile.get(), density());
        }
        GridPainter painter = new GridPainter(palette);
        if (changes.isIn(liveColumn.column())) {
            liveColumn.paint(painter, geometry, store, selectedTile.get(), density());
            liveColumn.setLayoutX(view.getLayoutX());
            liveColumn.setLayoutY(view.getLayoutY());
        } else {
            paintGrid(painter);
        }
        changes.clear();
    }

    /** Updates the grid's own buffer; following changes may be those of one column alone. */
    private void paintGrid(GridPainter painter) {
        liveColumn.column().ifPresent(column -> changes.add(column, 0, store.rows() - 1));
        liveColumn.clear();
        if (changes.isEverything()) {
            painter.paintAll(surface, geometry, store, selectedTile.get());
        } else {
            changes.forEach((column, first, last) ->
                    painter.paintColumn(surface, geometry, store, selectedTile.get(), column, first, last));
            changes.onlyColumn().ifPresent(liveColumn::expect);
        }
    }
}
