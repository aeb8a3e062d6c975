package org.dwastudio.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Confusion matrix as a heat map: a row for every true class, a column for every predicted class, more saturated with
 * frequency; right of each row the share of correct predictions. If there are too many classes to label all, every
 * second, third … is labeled. FX thread only.
 */
public final class ConfusionMap extends Region {
    private static final double LINE = 11;
    private static final double NAMES_LEFT = 66;
    private static final double NAMES_TOP = 66;
    private static final double SHARES_RIGHT = 36;
    private static final double GAP = 5;

    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final ThemeColors palette = new ThemeColors(redraw::request);
    private final Canvas canvas = new Canvas();
    private final Font font = Font.font(Theme.FONT_FAMILY, 10.5);
    private List<String> names = List.of();
    private List<List<Long>> counts = List.of();
    private BiConsumer<OptionalInt, OptionalInt> whenPointed = (row, column) -> {};

    public ConfusionMap() {
        getStyleClass().addAll("confusion-map", "chart-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().addAll(palette, canvas);
        setMinWidth(0);
        canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        canvas.setOnMouseExited(event -> whenPointed.accept(OptionalInt.empty(), OptionalInt.empty()));
    }

    /**
     * Shows a matrix.
     *
     * @param classNames class names in label order
     * @param table number of images by true class (row) and predicted class (column)
     */
    public void show(List<String> classNames, List<List<Long>> table) {
        names = List.copyOf(classNames);
        counts = List.copyOf(table);
        requestLayout();
        redraw.request();
    }

    /**
     * Sets the listener to the true and the predicted class under the mouse; both are empty after the mouse has left
     * the matrix.
     */
    public void setOnClassesHovered(BiConsumer<OptionalInt, OptionalInt> listener) {
        whenPointed = listener;
    }

    @Override
    protected double computePrefHeight(double width) {
        double side = Math.max(0, width - NAMES_LEFT - SHARES_RIGHT);
        return Math.ceil(NAMES_TOP + side);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width > 0 ? width : getWidth());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw.request();
    }

    /** Returns the step between labeled classes. */
    private int namedOf() {
        return (int) Math.max(1, Math.ceil(LINE / cell()));
    }

    private double cell() {
        return names.isEmpty() ? 1 : Math.max(1, (canvas.getWidth() - NAMES_LEFT - SHARES_RIGHT) / names.size());
    }

    private void point(double x, double y) {
        int column = (int) Math.floor((x - NAMES_LEFT) / cell());
        int row = (int) Math.floor((y - NAMES_TOP) / cell());
        boolean inside = column >= 0 && row >= 0 && column < names.size() && row < names.size();
        whenPointed.accept(
                inside ? OptionalInt.of(row) : OptionalInt.empty(),
                inside ? OptionalInt.of(column) : OptionalInt.empty());
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < counts.size(); row++) {
            long all = counts.get(row).stream().mapToLong(Long::longValue).sum();
            for (int column = 0; column < counts.size(); column++) {
                drawCell(g, row, column, all == 0 ? 0 : (double) counts.get(row).get(column) / all);
            }
            if (row % namedOf() == 0) {
                drawNames(
                        g, row, all == 0 ? Double.NaN : (double) counts.get(row).get(row) / all);
            }
        }
    }

    private void drawCell(GraphicsContext g, int row, int column, double share) {
        double side = cell();
        double gap = side > GAP ? 1 : 0;
        double x = NAMES_LEFT + column * side;
        double y = NAMES_TOP + row * side;
        g.setFill(palette.of(ChartColor.GRID_LINE).deriveColor(0, 1, 1, 0.5));
        g.fillRect(x, y, side - gap, side - gap);
        Color color = palette.of(row == column ? ChartColor.GREEN : ChartColor.ORANGE);
        // The square root makes rare mistakes visible next to frequent correct predictions.
        g.setFill(color.deriveColor(0, 1, 1, Math.sqrt(share)));
        g.fillRect(x, y, side - gap, side - gap);
    }

    private void drawNames(GraphicsContext g, int row, double right) {
        double middle = (row + 0.5) * cell();
        g.setFill(palette.of(ChartColor.MUTED_TEXT));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(shortened(names.get(row), NAMES_LEFT - GAP), NAMES_LEFT - GAP, NAMES_TOP + middle);
        g.setFill(palette.of(ChartColor.TEXT));
        g.fillText(
                Double.isNaN(right) ? "" : String.format(Locale.ROOT, "%.1f", 100 * right),
                canvas.getWidth(),
                NAMES_TOP + middle);
        g.save();
        g.translate(NAMES_LEFT + middle, NAMES_TOP - GAP);
        g.rotate(-90);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(palette.of(ChartColor.MUTED_TEXT));
        g.fillText(shortened(names.get(row), NAMES_TOP - GAP), 0, 0);
        g.restore();
    }

    private String shortened(String name, double width) {
        String shown = name;
        while (shown.length() > 1 && widthOf(shown) > width) {
            shown = (shown.endsWith("…")
                            ? shown.substring(0, shown.length() - 2)
                            : shown.substring(0, shown.length() - 1))
                    + "…";
        }
        return shown;
    }

    private double widthOf(String words) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
