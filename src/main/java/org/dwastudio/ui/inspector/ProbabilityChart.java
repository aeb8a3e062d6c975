package org.dwastudio.ui.inspector;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/** Small chart of the probabilities of some classes over the iterations, with a cursor. FX thread only. */
final class ProbabilityChart extends Region {
    private static final List<ChartColor> COLORS =
            List.of(ChartColor.BLUE, ChartColor.ORANGE, ChartColor.GREEN, ChartColor.VIOLET, ChartColor.CYAN);
    private static final double LEFT = 26;
    private static final double BOTTOM = 14;
    private static final double MARGIN = 6;
    private static final double BEHIND = 0.3;
    private static final double FONT = 9.5;

    private final ThemeColors palette = new ThemeColors(this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final Font font = Font.font(Theme.FONT_FAMILY, FONT);
    private List<PredictedImage> predictions = List.of();
    private List<Integer> labels = List.of();
    private double last = 1;
    private double cursor = Double.NaN;
    private DoubleConsumer whenPicked = iteration -> {};

    ProbabilityChart() {
        getStyleClass().add("probability-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(palette, canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pick(event.getX()));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pick(event.getX()));
    }

    /** Sets what a click does with its iteration. */
    void setOnPicked(DoubleConsumer action) {
        whenPicked = action;
    }

    /**
     * Shows curves.
     *
     * @param classes labels of the curves, in the order of their colors
     */
    void show(List<PredictedImage> images, List<Integer> classes) {
        predictions = images;
        labels = classes;
        redraw.request();
    }

    /**
     * Shows a place on the x axis.
     *
     * @param lastIteration right end of the axis
     * @param iteration place of the cursor
     */
    void setCursor(double lastIteration, double iteration) {
        last = Math.max(1, lastIteration);
        cursor = iteration;
        redraw.request();
    }

    /** Returns the color of a curve. */
    static ChartColor colorOf(int index) {
        return COLORS.get(index);
    }

    private void pick(double x) {
        double share = (x - LEFT) / Math.max(1, getWidth() - LEFT - MARGIN);
        whenPicked.accept(Math.max(0, Math.min(1, share)) * last);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw.request();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        drawAxes(g);
        if (Double.isFinite(cursor)) {
            g.setStroke(palette.of(ChartColor.ACCENT));
            g.setLineWidth(1);
            g.strokeLine(xOf(cursor), MARGIN, xOf(cursor), yOf(0));
        }
        for (int curve = labels.size() - 1; curve >= 0; curve--) {
            drawCurve(g, labels.get(curve), palette.of(colorOf(curve)));
        }
    }

    private void drawAxes(GraphicsContext g) {
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        for (int percent : new int[] {0, 100}) {
            double y = Math.floor(yOf(percent / 100.0)) + 0.5;
            g.setStroke(palette.of(ChartColor.GRID_LINE));
            g.strokeLine(LEFT, y, canvas.getWidth() - MARGIN, y);
            g.setFill(palette.of(ChartColor.MUTED_TEXT));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Integer.toString(percent), LEFT - 4, y);
        }
        double below = canvas.getHeight() - BOTTOM / 2;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("0", LEFT, below);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Long.toString(Math.round(last)), canvas.getWidth() - MARGIN, below);
    }

    /** Draws a curve, pale after the cursor. */
    private void drawCurve(GraphicsContext g, int label, Color color) {
        g.setLineWidth(1.4);
        double fromX = Double.NaN;
        double fromY = Double.NaN;
        for (PredictedImage image : predictions) {
            OptionalDouble probability = image.probabilityOf(label);
            double x = xOf(image.iteration());
            double y = yOf(probability.orElse(0));
            if (!Double.isNaN(fromX)) {
                boolean isBehind = Double.isFinite(cursor) && image.iteration() > cursor;
                g.setStroke(isBehind ? color.deriveColor(0, 1, 1, BEHIND) : color);
                g.strokeLine(fromX, fromY, x, y);
            }
            fromX = x;
            fromY = y;
        }
        if (predictions.size() == 1) {
            g.setFill(color);
            g.fillOval(fromX - 2, fromY - 2, 4, 4);
        }
    }

    private double xOf(double iteration) {
        return LEFT + iteration / last * (canvas.getWidth() - LEFT - MARGIN);
    }

    private double yOf(double share) {
        return MARGIN + (1 - share) * (canvas.getHeight() - BOTTOM - MARGIN);
    }
}
