package org.dwastudio.ui.chart;

import java.util.List;
import java.util.ResourceBundle;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
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
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.HelpTooltip;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Chart of growing curves with any number of points, drawn on a canvas at the next pulse. The legend in the header
 * hides and shows curves, and smooths them; the mouse reads values, and zooms by dragging. FX thread only.
 */
public final class LiveChart extends VBox {
    private static final int COLORS = 3;

    private final Label title = new Label();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final BooleanProperty scaleSwitchShown = new SimpleBooleanProperty(this, "scaleSwitchShown", false);
    private final DoubleProperty xMin = new SimpleDoubleProperty(this, "xMin", Double.NaN);
    private final DoubleProperty xMax = new SimpleDoubleProperty(this, "xMax", Double.NaN);
    private final DoubleProperty emptyMax = new SimpleDoubleProperty(this, "emptyMax", 1);
    private final DoubleProperty marker = new SimpleDoubleProperty(this, "marker", Double.NaN);
    private final ObservableList<ChartSeries> series = FXCollections.observableArrayList();
    private final ObservableList<ReferenceLine> referenceLines = FXCollections.observableArrayList();
    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final ThemeColors palette = new ThemeColors(this::recolor);
    private final ChartPainter painter = new ChartPainter(palette);
    private final ChartReader reader = new ChartReader(palette);
    private final ChartLegend legend;
    private final Canvas backdrop = new Canvas();
    private final Canvas canvas = new Canvas();
    private double mouseX = Double.NaN;
    private final ObjectProperty<Smoothing> smoothing = new SimpleObjectProperty<>(this, "smoothing", Smoothing.NONE);
    private final ChartZoom zoom = new ChartZoom(redraw::request);

    /**
     * Creates an empty chart.
     *
     * @param texts bundle with the keys {@code control.chart.…}
     */
    public LiveChart(String title, ResourceBundle texts) {
        legend = new ChartLegend(texts, logarithmic, scaleSwitchShown, smoothing);
        getStyleClass().addAll("studio-card", "live-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        this.title.setText(title);
        this.title.getStyleClass().add("chart-title");
        this.title.setMinWidth(USE_PREF_SIZE);
        accessibleTextProperty().bind(this.title.textProperty());
        HBox header = new HBox(this.title, legend);
        header.getStyleClass().add("chart-header");
        HBox.setHgrow(legend, Priority.ALWAYS);
        getChildren().addAll(palette, header, plotPane());
        setMinSize(160, 120);
        setPrefSize(340, 240);
        redrawWhenSomethingChanges();
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** Explains the chart in a tooltip of its title. */
    public void explain(String help) {
        title.setTooltip(new HelpTooltip(help));
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

    /** Returns the x of the vertical line that marks the current position; NaN for none. */
    public DoubleProperty markerProperty() {
        return marker;
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
        WritableImage image = snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] bytes = new byte[width * height * COLORS];
        PixelReader pixels = image.getPixelReader();
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = pixels.getArgb(x, y);
                bytes[at++] = (byte) (argb >> 16);
                bytes[at++] = (byte) (argb >> 8);
                bytes[at++] = (byte) argb;
            }
        }
        return new ImageBatch(1, height, width, COLORS, bytes);
    }

    /** Returns the title and the last value of every curve, for screen readers. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? description()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String description() {
        StringBuilder words = new StringBuilder(title.getText());
        for (ChartSeries one : series) {
            int last = one.size() - 1;
            if (last >= 0 && !one.isFaint() && one.visibleProperty().get()) {
                words.append(", ")
                        .append(one.nameProperty().get())
                        .append(' ')
                        .append(NumberText.rounded(one.y(last), 4))
                        .append(" (")
                        .append(NumberText.rounded(one.x(last), 6))
                        .append(')');
            }
        }
        return words.toString();
    }

    private Pane plotPane() {
        Pane pane = new Pane(backdrop, canvas);
        pane.getStyleClass().add("chart-plot");
        pane.setMinSize(0, 0);
        VBox.setVgrow(pane, Priority.ALWAYS);
        for (Canvas layer : List.of(backdrop, canvas)) {
            layer.widthProperty().bind(pane.widthProperty());
            layer.heightProperty().bind(pane.heightProperty());
        }
        canvas.setOnMouseMoved(event -> read(event.getX()));
        canvas.setOnMouseDragged(event -> read(event.getX()));
        zoom.connect(canvas);
        canvas.setOnMouseExited(event -> read(Double.NaN));
        return pane;
    }

    private void redrawWhenSomethingChanges() {
        List.of(canvas.widthProperty(), canvas.heightProperty(), xMin, xMax, emptyMax, marker)
                .forEach(property -> property.addListener((observable, old, now) -> redraw.request()));
        logarithmic.addListener((observable, old, now) -> rebuild());
        scaleSwitchShown.addListener((observable, old, now) -> rebuild());
        smoothing.addListener((observable, old, now) -> rebuild());
        referenceLines.addListener((ListChangeListener<ReferenceLine>) change -> redraw.request());
        series.addListener((ListChangeListener<ChartSeries>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(one -> one.setWhenChanged(() -> {}));
                change.getAddedSubList().forEach(one -> one.setWhenChanged(redraw::request));
            }
            rebuild();
        });
    }

    private Stream<ChartSeries> smoothed(ChartSeries curve) {
        return curve.isFaint() || smoothing.get().isNone()
                ? Stream.of(curve)
                : Stream.of(curve.faintCopy(), smoothing.get().of(curve));
    }

    private void rebuild() {
        legend.show(series);
        redraw.request();
    }

    private void recolor() {
        painter.invalidate();
        redraw.request();
    }

    private void read(double x) {
        mouseX = x;
        redraw.request();
    }

    private void draw() {
        List<ChartSeries> visible = series.stream()
                .filter(one -> one.visibleProperty().get())
                .flatMap(this::smoothed)
                .toList();
        visible.stream()
                .filter(curve -> curve.size() > 0)
                .mapToDouble(curve -> curve.x(curve.size() - 1))
                .max()
                .ifPresent(zoom::keepWithin);
        ChartContent content = new ChartContent(
                visible,
                List.copyOf(referenceLines),
                logarithmic.get(),
                zoom.shown().map(ChartZoom.Range::from).orElse(xMin.get()),
                zoom.shown().map(ChartZoom.Range::to).orElse(xMax.get()),
                emptyMax.get(),
                marker.get());
        ChartPlot plot = painter.paint(
                backdrop.getGraphicsContext2D(),
                canvas.getGraphicsContext2D(),
                canvas.getWidth(),
                canvas.getHeight(),
                content);
        zoom.drawn(plot);
        zoom.selection().ifPresent(range -> painter.paintSelection(canvas.getGraphicsContext2D(), plot, range));
        if (plot.holds(mouseX)) {
            List<ChartReader.Reading> readings = ChartReader.readings(content, plot.xAt(mouseX));
            reader.paint(canvas.getGraphicsContext2D(), plot, readings, mouseX);
        }
    }
}
