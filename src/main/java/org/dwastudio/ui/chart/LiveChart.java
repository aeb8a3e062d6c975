package org.dwastudio.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Chart of growing curves with any number of points, drawn on a canvas at the next pulse. The legend in the header
 * hides and shows curves, and smooths them; the mouse reads values, and zooms by dragging. FX thread only.
 */
public final class LiveChart extends VBox {
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final BooleanProperty scaleSwitchShown = new SimpleBooleanProperty(this, "scaleSwitchShown", false);
    private final DoubleProperty xMin = new SimpleDoubleProperty(this, "xMin", Double.NaN);
    private final DoubleProperty xMax = new SimpleDoubleProperty(this, "xMax", Double.NaN);
    private final DoubleProperty emptyMax = new SimpleDoubleProperty(this, "emptyMax", 1);
    private final ObservableList<ChartSeries> series = FXCollections.observableArrayList();
    private final ObservableList<ReferenceLine> referenceLines = FXCollections.observableArrayList();
    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final ChartPlaces places = new ChartPlaces(redraw::request);
    private final ThemeColors palette = new ThemeColors(this::recolor);
    private final ChartPainter painter = new ChartPainter(palette);
    private final ChartReader reader = new ChartReader(palette);
    private final ChartLegend legend;
    private final ChartHeader header;
    private final Canvas backdrop = new Canvas();
    private final Canvas canvas = new Canvas();
    private final Canvas cursor = new Canvas();
    private final PulseThrottle pointing = new PulseThrottle(this::drawCursor);
    private Optional<ChartGroup> group = Optional.empty();
    private Optional<Drawn> drawn = Optional.empty();
    private List<ChartSeries> visible = List.of();
    private boolean curvesChanged = true;
    private double mouseX = Double.NaN;
    private final ObjectProperty<Smoothing> smoothing = new SimpleObjectProperty<>(this, "smoothing", Smoothing.NONE);
    private final ChartZoom zoom = new ChartZoom(redraw::request);

    /** Content of the last drawing, and its geometry. */
    private record Drawn(ChartContent content, ChartPlot plot) {}

    /**
     * Creates an empty chart.
     *
     * @param texts bundle with the keys {@code control.chart.…}
     */
    public LiveChart(String title, ResourceBundle texts) {
        legend = new ChartLegend(texts, logarithmic, scaleSwitchShown, smoothing);
        getStyleClass().addAll("studio-card", "live-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        header = new ChartHeader(title, legend);
        accessibleTextProperty().bind(header.titleProperty());
        getChildren().addAll(palette, header, plotPane());
        setMinSize(160, 120);
        setPrefSize(340, 240);
        redrawWhenSomethingChanges();
    }

    public StringProperty titleProperty() {
        return header.titleProperty();
    }

    /** Explains the chart in a tooltip of its title. */
    public void explain(String help) {
        header.explain(help);
        setAccessibleHelp(help);
    }

    /** Returns the curves; later ones are drawn over earlier ones. A series belongs to one chart at a time. */
    public ObservableList<ChartSeries> getSeries() {
        return series;
    }

    public ObservableList<ReferenceLine> getReferenceLines() {
        return referenceLines;
    }

    /** Returns the property that makes the left axis logarithmic; values that are not positive are then omitted. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Returns the property that shows the switch between logarithmic and linear in the header. */
    public BooleanProperty scaleSwitchShownProperty() {
        return scaleSwitchShown;
    }

    /** Returns the left end of the x axis; NaN follows the points. */
    public DoubleProperty xMinProperty() {
        return xMin;
    }

    /** Returns the right end of the x axis; NaN follows the points. */
    public DoubleProperty xMaxProperty() {
        return xMax;
    }

    /** Returns the end of the left axis while there are no points; the axis then begins at zero. */
    public DoubleProperty emptyMaxProperty() {
        return emptyMax;
    }

    /** Returns the marked places of the x axis, with its unit and name. */
    public ChartPlaces places() {
        return places;
    }

    /** Returns the x of the vertical line that marks the current position; NaN for none. */
    public DoubleProperty markerProperty() {
        return places.markerProperty();
    }

    /** Sets what a click on the plot does with its x. */
    public void setOnPicked(DoubleConsumer action) {
        zoom.setOnPicked(action);
    }

    /** Shows the whole range of x again after a zoom. */
    public void showAll() {
        zoom.reset();
    }

    /** Returns the points of the visible curves as CSV with the columns curve, x and y. */
    public String csv() {
        return ChartTable.csv(series);
    }

    /** Returns the chart as it is drawn. */
    public ImageBatch image() {
        return ChartImage.of(this);
    }

    /** Returns the shown curves with axes, legend and title as SVG, in colors for white paper. */
    public String svg() {
        return new ChartSvg(header.titleProperty().get(), places.nameProperty().get(), content()).text();
    }

    /** Returns the title and the last value of every curve, for screen readers. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? ChartText.of(header.titleProperty().get(), series)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Joins charts over the same x axis; the legend then shows the values. */
    void join(ChartGroup joined) {
        group = Optional.of(joined);
        painter.alignTo(needed -> joined.aligned(this, needed));
        legend.setShowsValues();
        rebuild();
    }

    /** Follows the cursor of the group. */
    void pointedElsewhere() {
        pointing.request();
    }

    /** Draws the chart again, because the margins of the group have changed. */
    void requestLayoutOfPlot() {
        redraw.request();
    }

    private Pane plotPane() {
        Pane pane = new Pane(backdrop, canvas, cursor);
        pane.getStyleClass().add("chart-plot");
        pane.setMinSize(0, 0);
        VBox.setVgrow(pane, Priority.ALWAYS);
        for (Canvas layer : List.of(backdrop, canvas, cursor)) {
            layer.widthProperty().bind(pane.widthProperty());
            layer.heightProperty().bind(pane.heightProperty());
        }
        cursor.setOnMouseMoved(event -> read(event.getX()));
        cursor.setOnMouseDragged(event -> read(event.getX()));
        zoom.connect(cursor);
        cursor.setOnMouseExited(event -> read(Double.NaN));
        return pane;
    }

    private void redrawWhenSomethingChanges() {
        List.of(canvas.widthProperty(), canvas.heightProperty(), xMin, xMax, emptyMax)
                .forEach(property -> property.addListener((observable, old, now) -> redraw.request()));
        logarithmic.addListener((observable, old, now) -> rebuild());
        scaleSwitchShown.addListener((observable, old, now) -> rebuild());
        smoothing.addListener((observable, old, now) -> rebuild());
        referenceLines.addListener((ListChangeListener<ReferenceLine>) change -> redraw.request());
        series.addListener((ListChangeListener<ChartSeries>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(one -> one.setWhenChanged(() -> {}));
                change.getAddedSubList().forEach(one -> one.setWhenChanged(this::curvesChanged));
            }
            rebuild();
        });
    }

    private void rebuild() {
        legend.show(series);
        curvesChanged();
    }

    private void curvesChanged() {
        curvesChanged = true;
        redraw.request();
    }

    private void recolor() {
        painter.invalidate();
        redraw.request();
    }

    private void read(double x) {
        mouseX = x;
        group.ifPresent(joined -> joined.point(drawn.filter(last -> last.plot().holds(x))
                .map(last -> last.plot().xAt(x))
                .orElse(Double.NaN)));
        pointing.request();
    }

    /** Returns what is shown. The curves are smoothed only after they have changed. */
    private ChartContent content() {
        if (curvesChanged) {
            visible = series.stream()
                    .filter(one -> one.visibleProperty().get())
                    .flatMap(smoothing.get()::shown)
                    .toList();
            curvesChanged = false;
        }
        return new ChartContent(
                visible,
                List.copyOf(referenceLines),
                logarithmic.get(),
                zoom.shown().map(ChartZoom.Range::from).orElse(xMin.get()),
                zoom.shown().map(ChartZoom.Range::to).orElse(xMax.get()),
                emptyMax.get(),
                places.now());
    }

    private void draw() {
        content();
        visible.stream()
                .filter(curve -> curve.size() > 0)
                .mapToDouble(curve -> curve.x(curve.size() - 1))
                .max()
                .ifPresent(zoom::keepWithin);
        ChartContent content = content();
        ChartPlot plot = painter.paint(
                backdrop.getGraphicsContext2D(),
                canvas.getGraphicsContext2D(),
                canvas.getWidth(),
                canvas.getHeight(),
                content);
        drawn = Optional.of(new Drawn(content, plot));
        zoom.drawn(plot);
        drawCursor();
    }

    private void drawCursor() {
        drawn.ifPresent(last -> drawCursor(last.content(), last.plot()));
    }

    /** Draws what follows the mouse, and shows the values there; otherwise the newest, or those that are looked back at. */
    private void drawCursor(ChartContent content, ChartPlot plot) {
        GraphicsContext g = cursor.getGraphicsContext2D();
        g.clearRect(0, 0, cursor.getWidth(), cursor.getHeight());
        zoom.selection().ifPresent(range -> reader.paintSelection(g, plot, range));
        double own = plot.holds(mouseX) ? plot.xAt(mouseX) : Double.NaN;
        double pointed = group.map(joined -> joined.pointedProperty().get()).orElse(own);
        if (plot.x().holds(pointed)) {
            List<ChartReader.Reading> readings = ChartReader.readings(content, pointed);
            reader.paint(g, plot, readings, plot.x(pointed), content.places().unit(), group.isEmpty());
        }
        if (group.isPresent()) {
            double shown = Double.isNaN(pointed) ? content.places().lookedAt() : pointed;
            legend.showValues(ChartReader.readings(content, Double.isNaN(shown) ? Double.POSITIVE_INFINITY : shown));
        }
    }
}
