package org.dwastudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Painter of a chart in two layers, each as large as the chart. The back layer has axes, reference lines and faint
 * curves and is repainted only when they change; the front layer has the growing curves and the marker.
 */
final class ChartPainter {
    private static final double FAINT = 0.3;
    private static final double RIM = 3;
    private static final double TICK_DISTANCE_Y = 38;
    private static final double DOT = 5;
    private static final double TICK_DISTANCE_X = 64;

    private final ThemeColors palette;
    private final Font font = Font.font(Theme.FONT_FAMILY, 10.5);
    private final List<CurveOutline> outlines = new ArrayList<>();
    private Optional<Backdrop> painted = Optional.empty();
    private double[] screenX = new double[0];
    private double[] screenY = new double[0];

    ChartPainter(ThemeColors palette) {
        this.palette = palette;
    }

    /** Content of the back layer; equal values look the same. */
    private record Backdrop(
            double width,
            double height,
            ChartPlot plot,
            boolean logarithmic,
            List<ReferenceLine> references,
            List<ChartSeries> faintCurves,
            int points) {}

    /** Draws the chart and returns its plot geometry for the reader of values. */
    ChartPlot paint(GraphicsContext back, GraphicsContext front, double width, double height, ChartContent content) {
        ChartPlot plot = plot(width, height, content);
        Backdrop backdrop = backdrop(width, height, plot, content);
        if (!painted.equals(Optional.of(backdrop))) {
            back.clearRect(0, 0, width, height);
            back.setFont(font);
            drawAxes(back, plot);
            drawReferences(back, plot, content);
            drawCurves(back, plot, content, true);
            painted = Optional.of(backdrop);
        }
        front.clearRect(0, 0, width, height);
        front.setFont(font);
        drawCurves(front, plot, content, false);
        drawReferenceLabels(front, plot, content);
        drawMarker(front, plot, content.marker());
        return plot;
    }

    /** Invalidates the back layer, because the colors have changed. */
    void invalidate() {
        painted = Optional.empty();
    }

    private static Backdrop backdrop(double width, double height, ChartPlot plot, ChartContent content) {
        List<ChartSeries> faint =
                content.series().stream().filter(ChartSeries::isFaint).toList();
        int points = faint.stream().mapToInt(ChartSeries::size).sum();
        return new Backdrop(width, height, plot, content.logarithmic(), content.references(), faint, points);
    }

    private ChartPlot plot(double width, double height, ChartContent content) {
        boolean hasRight = content.uses(ChartAxis.RIGHT);
        ChartPlot.Area area = ChartPlot.area(width, height, hasRight);
        AxisScale x = AxisScale.exact(content.firstX(), content.lastX());
        takeOutlines(content, x, (int) Math.max(1, area.width()));
        int ticks = (int) Math.max(2, area.height() / TICK_DISTANCE_Y);
        AxisScale left = content.logarithmic()
                ? AxisScale.logarithmic(low(content, ChartAxis.LEFT), high(content, ChartAxis.LEFT))
                : linearLeft(content, ticks);
        AxisScale right = AxisScale.linear(low(content, ChartAxis.RIGHT), high(content, ChartAxis.RIGHT), ticks);
        ChartPlot.Area labeled = area.withLabelMargin(letters(left, ticks));
        return new ChartPlot(
                hasRight ? labeled.withRightLabelMargin(letters(right, ticks)) : labeled, x, left, right, hasRight);
    }

    private static int letters(AxisScale axis, int ticks) {
        return axis.ticks(ticks).stream()
                .mapToInt(tick -> tick.label().length())
                .max()
                .orElse(0);
    }

    private AxisScale linearLeft(ChartContent content, int ticks) {
        double low = low(content, ChartAxis.LEFT);
        double high = high(content, ChartAxis.LEFT);
        return Double.isFinite(low) && Double.isFinite(high)
                ? AxisScale.linear(low, high, ticks)
                : AxisScale.linear(0, content.emptyMax(), ticks);
    }

    private void takeOutlines(ChartContent content, AxisScale x, int columns) {
        while (outlines.size() < content.series().size()) {
            outlines.add(new CurveOutline());
        }
        for (int i = 0; i < content.series().size(); i++) {
            ChartSeries series = content.series().get(i);
            boolean positiveOnly = content.logarithmic() && series.axis() == ChartAxis.LEFT;
            outlines.get(i).compute(series, x.min(), x.max(), columns, positiveOnly);
        }
    }

    private double low(ChartContent content, ChartAxis axis) {
        double low = content.lowestReference(axis);
        for (int i = 0; i < content.series().size(); i++) {
            if (content.series().get(i).axis() == axis) {
                low = Math.min(low, outlines.get(i).lowest());
            }
        }
        return low;
    }

    private double high(ChartContent content, ChartAxis axis) {
        double high = content.highestReference(axis);
        for (int i = 0; i < content.series().size(); i++) {
            if (content.series().get(i).axis() == axis) {
                high = Math.max(high, outlines.get(i).highest());
            }
        }
        return high;
    }

    private void drawAxes(GraphicsContext g, ChartPlot plot) {
        ChartPlot.Area area = plot.area();
        g.setLineWidth(1);
        g.setStroke(palette.of(ChartColor.GRID_LINE));
        g.setFill(palette.of(ChartColor.MUTED_TEXT));
        g.setTextBaseline(VPos.CENTER);
        int rows = (int) Math.max(2, area.height() / TICK_DISTANCE_Y);
        g.setTextAlign(TextAlignment.RIGHT);
        for (AxisScale.Tick tick : plot.left().ticks(rows)) {
            double y = Math.rint(plot.y(tick.value(), ChartAxis.LEFT)) + 0.5;
            g.strokeLine(area.left(), y, area.right(), y);
            g.fillText(tick.label(), area.left() - 6, y);
        }
        if (plot.hasRight()) {
            g.setTextAlign(TextAlignment.LEFT);
            for (AxisScale.Tick tick : plot.right().ticks(rows)) {
                g.fillText(tick.label(), area.right() + 6, plot.y(tick.value(), ChartAxis.RIGHT));
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (AxisScale.Tick tick : plot.x().wholeTicks((int) Math.max(1, area.width() / TICK_DISTANCE_X))) {
            g.fillText(tick.label(), plot.x(tick.value()), area.bottom() + 14);
        }
    }

    private void drawReferences(GraphicsContext g, ChartPlot plot, ChartContent content) {
        g.setLineDashes(5, 4);
        for (ReferenceLine line : content.references()) {
            double y = heightOf(line, plot);
            if (isInside(y, plot)) {
                g.setStroke(palette.of(line.ink()));
                g.strokeLine(plot.area().left(), y, plot.area().right(), y);
            }
        }
        g.setLineDashes();
    }

    /** Labels the dashed lines over the curves, outlined in the background color so that no curve crosses the text. */
    private void drawReferenceLabels(GraphicsContext g, ChartPlot plot, ChartContent content) {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setLineWidth(RIM);
        g.setStroke(palette.of(ChartColor.SURFACE));
        for (ReferenceLine line : content.references()) {
            double y = heightOf(line, plot);
            if (isInside(y, plot)) {
                double right = plot.area().right() - 2;
                double above = y - 8 >= plot.area().top() ? y - 8 : y + 8;
                g.strokeText(line.label(), right, above);
                g.setFill(palette.of(line.ink()));
                g.fillText(line.label(), right, above);
            }
        }
    }

    /** Returns the center of a pixel row. */
    private static double heightOf(ReferenceLine line, ChartPlot plot) {
        return Math.rint(plot.y(line.y(), line.axis())) + 0.5;
    }

    private static boolean isInside(double y, ChartPlot plot) {
        return y >= plot.area().top() - 1 && y <= plot.area().bottom() + 1;
    }

    private void drawCurves(GraphicsContext g, ChartPlot plot, ChartContent content, boolean faint) {
        g.setLineWidth(1.5);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (int i = 0; i < content.series().size(); i++) {
            ChartSeries series = content.series().get(i);
            if (series.isFaint() == faint) {
                Color color = palette.of(series.ink());
                g.setStroke(faint ? color.deriveColor(0, 1, 1, FAINT) : color);
                drawCurve(g, plot, outlines.get(i), series.axis());
            }
        }
    }

    private void drawCurve(GraphicsContext g, ChartPlot plot, CurveOutline outline, ChartAxis axis) {
        if (screenX.length < outline.size()) {
            screenX = new double[2 * outline.size()];
            screenY = new double[2 * outline.size()];
        }
        for (int i = 0; i < outline.size(); i++) {
            screenX[i] = plot.x(outline.x(i));
            screenY[i] = plot.y(outline.y(i), axis);
        }
        if (outline.size() == 1) {
            // A line of one point would be invisible.
            g.setFill(g.getStroke());
            g.fillOval(screenX[0] - DOT / 2, screenY[0] - DOT / 2, DOT, DOT);
        }
        g.strokePolyline(screenX, screenY, outline.size());
    }

    /** Shades a range that is being selected, in pixels of the canvas. */
    void paintSelection(GraphicsContext g, ChartPlot plot, ChartZoom.Range range) {
        g.setFill(palette.of(ChartColor.ACCENT).deriveColor(0, 1, 1, 0.18));
        g.fillRect(
                range.from(),
                plot.area().top(),
                range.to() - range.from(),
                plot.area().height());
    }

    private void drawMarker(GraphicsContext g, ChartPlot plot, double marker) {
        if (marker >= plot.x().min() && marker <= plot.x().max()) {
            double x = Math.rint(plot.x(marker)) + 0.5;
            g.setLineWidth(1);
            g.setStroke(palette.of(ChartColor.ACCENT).deriveColor(0, 1, 1, 0.75));
            g.strokeLine(x, plot.area().top(), x, plot.area().bottom());
        }
    }
}
