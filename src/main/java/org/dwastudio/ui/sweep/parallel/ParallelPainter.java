package org.dwastudio.ui.sweep.parallel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.dwastudio.sweep.analysis.ParallelAxis;
import org.dwastudio.sweep.analysis.ParallelLine;
import org.dwastudio.ui.sweep.focus.Brush;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Painter of parallel coordinates: lines in the color of their score, those that brushes leave out in gray, the hovered
 * one on top; then axes, labels and brushes.
 *
 * @param palette colors of the theme
 * @param focus hovered trial and brushes
 */
record ParallelPainter(ThemeColors palette, TrialFocus focus) {
    private static final double LABEL = 10.5;
    private static final double LEFT_OUT = 0.25;
    private static final double TICK = 3;
    private static final double BRUSH = 6;
    private static final double BRUSH_OPACITY = 0.35;
    private static final double LEAST_DISTANCE = 11;
    private static final double DASH = 5;
    /** Background left and right of a label. */
    private static final double PADDING = 2;

    /** @param chosen axis of the keyboard; empty without the keyboard focus */
    void paint(GraphicsContext g, ParallelState state, ParallelGeometry geometry, Optional<Integer> chosen) {
        List<ParallelLine> lines = state.coordinates().lines();
        Optional<String> hovered = focus.hoveredProperty().get();
        lines.stream()
                .filter(line -> !focus.keeps(line.trial().key()))
                .forEach(line -> line(g, line, geometry, ChartLine.LEFT_OUT));
        lines.stream()
                .filter(line -> focus.keeps(line.trial().key()))
                .forEach(line -> line(g, line, geometry, ChartLine.KEPT));
        baselines(g, state, geometry);
        lines.stream()
                .filter(line -> hovered.filter(line.trial().key()::equals).isPresent())
                .forEach(line -> line(g, line, geometry, ChartLine.HOVERED));
        for (int axis = 0; axis < state.coordinates().axes().size(); axis++) {
            axis(
                    g,
                    state,
                    geometry,
                    axis,
                    chosen.filter(Integer.valueOf(axis)::equals).isPresent());
        }
    }

    /** Draws the preset over all axes, and random real images, which have no values, at the axis of the scores. */
    private void baselines(GraphicsContext g, ParallelState state, ParallelGeometry geometry) {
        g.setLineDashes(DASH);
        g.setLineWidth(1.6);
        state.coordinates().preset().ifPresent(line -> {
            g.setStroke(palette.of(ChartColor.BLUE));
            polyline(g, line, geometry);
        });
        state.coordinates().random().ifPresent(place -> {
            g.setStroke(palette.of(ChartColor.ORANGE));
            int last = state.coordinates().axes().size() - 1;
            double before = last > 0 ? geometry.x(last - 1) : 0;
            double y = geometry.y(place);
            g.strokeLine(before + (geometry.x(last) - before) / 2, y, geometry.x(last), y);
        });
        g.setLineDashes();
    }

    /** State of a line. */
    private enum ChartLine {
        LEFT_OUT,
        KEPT,
        HOVERED
    }

    private void line(GraphicsContext g, ParallelLine line, ParallelGeometry geometry, ChartLine kind) {
        g.setStroke(
                kind == ChartLine.LEFT_OUT
                        ? palette.of(ChartColor.GRAY).deriveColor(0, 1, 1, LEFT_OUT)
                        : new ScoreColors(palette).of(line.score()));
        g.setLineWidth(kind == ChartLine.HOVERED ? 3.5 : 1.3);
        polyline(g, line, geometry);
    }

    private static void polyline(GraphicsContext g, ParallelLine line, ParallelGeometry geometry) {
        double[] x = new double[line.places().size()];
        double[] y = new double[x.length];
        for (int axis = 0; axis < x.length; axis++) {
            x[axis] = geometry.x(axis);
            y[axis] = geometry.y(line.places().get(axis));
        }
        g.strokePolyline(x, y, x.length);
    }

    private void axis(GraphicsContext g, ParallelState state, ParallelGeometry geometry, int axis, boolean chosen) {
        double x = Math.rint(geometry.x(axis)) + 0.5;
        g.setStroke(palette.of(chosen ? ChartColor.ACCENT : ChartColor.MUTED_TEXT));
        g.setLineWidth(chosen ? 2 : 1);
        g.strokeLine(x, geometry.y(0), x, geometry.y(1));
        brush(g, state.key(axis), x, geometry);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Font.font(Theme.FONT_FAMILY, FontWeight.BOLD, LABEL));
        g.setFill(palette.of(chosen ? ChartColor.ACCENT : ChartColor.TEXT));
        double span = (geometry.width() - 2 * BRUSH) / Math.max(1, geometry.axes());
        g.fillText(state.names().get(axis), x, ParallelGeometry.TOP / 2 - 1, span);
        g.setFont(Font.font(Theme.FONT_FAMILY, LABEL));
        labels(g, state, geometry, axis, x);
    }

    private void labels(GraphicsContext g, ParallelState state, ParallelGeometry geometry, int axis, double x) {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setLineWidth(1);
        double before = Double.POSITIVE_INFINITY;
        Text measured = new Text();
        for (ParallelAxis.Tick tick : ticks(state, axis)) {
            double y = geometry.y(tick.place());
            g.setStroke(palette.of(ChartColor.MUTED_TEXT));
            g.strokeLine(x - TICK, y, x, y);
            if (before - y >= LEAST_DISTANCE) {
                // Its own background keeps a label legible over lines.
                measured.setFont(g.getFont());
                measured.setText(tick.text());
                double width = measured.getLayoutBounds().getWidth() + 2 * PADDING;
                double height = measured.getLayoutBounds().getHeight();
                g.setFill(palette.of(ChartColor.SURFACE));
                g.fillRect(x - TICK - 3 - width + PADDING, y - height / 2, width, height);
                g.setFill(palette.of(ChartColor.MUTED_TEXT));
                g.fillText(tick.text(), x - TICK - 3, y);
                before = y;
            }
        }
    }

    private static List<ParallelAxis.Tick> ticks(ParallelState state, int axis) {
        ParallelAxis shown = state.coordinates().axes().get(axis);
        if (!shown.isScore()) {
            return shown.ticks();
        }
        List<String> texts = state.scores();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new ParallelAxis.Tick(texts.get(i), i / (texts.size() - 1.0)))
                .toList();
    }

    private void brush(GraphicsContext g, String key, double x, ParallelGeometry geometry) {
        Map<String, Brush> brushes = focus.brushesProperty().get();
        Brush brush = brushes.get(key);
        if (brush != null) {
            double top = geometry.y(brush.high());
            double height = Math.max(2, geometry.y(brush.low()) - top);
            g.setFill(palette.of(ChartColor.CHANGED).deriveColor(0, 1, 1, BRUSH_OPACITY));
            g.fillRect(x - BRUSH, top, 2 * BRUSH, height);
            g.setStroke(palette.of(ChartColor.CHANGED));
            g.setLineWidth(1.2);
            g.strokeRect(x - BRUSH, top, 2 * BRUSH, height);
        }
    }
}
