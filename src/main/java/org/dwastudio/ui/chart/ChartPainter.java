package org.dwastudio.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    private static final double DOT = 5;
    private static final double FADED = 0.35;
    private static final double MARK = 3.5;

    private final ThemeColors palette;
    private final Font font = Font.font(Theme.FONT_FAMILY, 10.5);
    private final PlotLayout layout = new PlotLayout();
    private UnaryOperator<ChartPlot.Margins> aligned = UnaryOperator.identity();
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
            int points,
            List<Double> marks,
            double unit) {}

    /** Draws the chart and returns its plot geometry for the reader of values. */
    ChartPlot paint(GraphicsContext back, GraphicsContext front, double width, double height, ChartContent content) {
        ChartPlot plot = layout.compute(width, height, content, aligned);
        Backdrop backdrop = backdrop(width, height, plot, content);
        if (!painted.equals(Optional.of(backdrop))) {
            back.clearRect(0, 0, width, height);
            back.setFont(font);
            drawAxes(back, plot, content.places().unit());
            drawMarks(back, plot, content.places().marks());
            drawReferences(back, plot, content);
            drawCurves(back, plot, content, true);
            painted = Optional.of(backdrop);
        }
        front.clearRect(0, 0, width, height);
        front.setFont(font);
        drawCurves(front, plot, content, false);
        drawReferenceLabels(front, plot, content);
        drawMarker(front, plot, content.places().marker());
        drawDots(front, plot, content);
        return plot;
    }

    /** Sets what margins the plot takes for those that its labels need. */
    void alignTo(UnaryOperator<ChartPlot.Margins> alignment) {
        aligned = alignment;
    }

    /** Invalidates the back layer, because the colors have changed. */
    void invalidate() {
        painted = Optional.empty();
    }

    private static Backdrop backdrop(double width, double height, ChartPlot plot, ChartContent content) {
        List<ChartSeries> faint =
                content.series().stream().filter(ChartSeries::isFaint).toList();
        int points = faint.stream().mapToInt(ChartSeries::size).sum();
        XPlaces places = content.places();
        return new Backdrop(
                width,
                height,
                plot,
                content.logarithmic(),
                content.references(),
                faint,
                points,
                places.marks(),
                places.unit());
    }

    private void drawAxes(GraphicsContext g, ChartPlot plot, double unit) {
        ChartPlot.Area area = plot.area();
        g.setLineWidth(1);
        g.setStroke(palette.of(ChartColor.GRID_LINE));
        g.setFill(palette.of(ChartColor.MUTED_TEXT));
        g.setTextBaseline(VPos.CENTER);
        int rows = PlotLayout.rows(area);
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
        for (AxisScale.Tick tick : PlotLayout.xTicks(plot, unit)) {
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
                drawCurve(
                        g,
                        plot,
                        layout.outline(i),
                        series.axis(),
                        content.places().lookedAt());
            }
        }
    }

    private void drawCurve(GraphicsContext g, ChartPlot plot, CurveOutline outline, ChartAxis axis, double lookedAt) {
        if (screenX.length < outline.size()) {
            screenX = new double[2 * outline.size()];
            screenY = new double[2 * outline.size()];
        }
        int before = 0;
        for (int i = 0; i < outline.size(); i++) {
            screenX[i] = plot.x(outline.x(i));
            screenY[i] = plot.y(outline.y(i), axis);
            before += Double.isNaN(lookedAt) || outline.x(i) <= lookedAt ? 1 : 0;
        }
        if (outline.size() == 1) {
            // A line of one point would be invisible.
            g.setFill(g.getStroke());
            g.fillOval(screenX[0] - DOT / 2, screenY[0] - DOT / 2, DOT, DOT);
        }
        g.strokePolyline(screenX, screenY, before);
        if (before < outline.size()) {
            int from = Math.max(0, before - 1);
            int rest = outline.size() - from;
            System.arraycopy(screenX, from, screenX, 0, rest);
            System.arraycopy(screenY, from, screenY, 0, rest);
            g.setGlobalAlpha(FADED);
            g.strokePolyline(screenX, screenY, rest);
            g.setGlobalAlpha(1);
        }
    }

    /** Marks the values at the earlier position. */
    private void drawDots(GraphicsContext g, ChartPlot plot, ChartContent content) {
        double at = content.places().lookedAt();
        if (plot.x().holds(at)) {
            ChartReader.paintDots(g, plot, ChartReader.readings(content, at), palette);
        }
    }

    /** Draws a dotted line with a diamond at its lower end for every change by hand. */
    private void drawMarks(GraphicsContext g, ChartPlot plot, List<Double> marks) {
        g.setLineWidth(1);
        g.setStroke(palette.of(ChartColor.CHANGED));
        g.setFill(palette.of(ChartColor.CHANGED));
        for (double mark : marks) {
            if (plot.x().holds(mark)) {
                double x = Math.rint(plot.x(mark)) + 0.5;
                double y = plot.area().bottom();
                g.setLineDashes(1, 3);
                g.strokeLine(x, plot.area().top(), x, y);
                g.setLineDashes();
                g.fillPolygon(new double[] {x - MARK, x, x + MARK, x}, new double[] {y, y - MARK, y, y + MARK}, 4);
            }
        }
    }

    private void drawMarker(GraphicsContext g, ChartPlot plot, double marker) {
        if (plot.x().holds(marker)) {
            double x = Math.rint(plot.x(marker)) + 0.5;
            g.setLineWidth(1);
            g.setStroke(palette.of(ChartColor.ACCENT).deriveColor(0, 1, 1, 0.75));
            g.strokeLine(x, plot.area().top(), x, plot.area().bottom());
        }
    }
}
