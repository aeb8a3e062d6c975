package org.dwastudio.ui.sweep.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.dwastudio.sweep.analysis.Response;
import org.dwastudio.sweep.analysis.ResponseDot;
import org.dwastudio.sweep.analysis.ResponsePoint;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/** Plot of the scores by the value of a setting, with interval bars, single trials and the baselines. FX thread only. */
final class ResponsePlot extends Region {
    private static final double LEFT = 38;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final double INSET = 14;
    private static final double CAP = 3;
    private static final double DOT = 3;
    private static final double QUIET = 2.2;
    private static final double MARKED = 4.5;
    /** Distance from a dot at which it is meant, in pixels. */
    private static final double REACH = 7;

    private static final int LINES = 3;
    private static final double DASH = 5;

    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final ThemeColors palette = new ThemeColors(redraw::request);
    private final Canvas canvas = new Canvas();
    private final Font font = Font.font(Theme.FONT_FAMILY, 10.5);
    private final TrialFocus focus;
    private List<ResponsePoint> points = List.of();
    private List<ResponseDot> dots = List.of();
    private double scale = 1;
    private OptionalDouble preset = OptionalDouble.empty();
    private OptionalDouble random = OptionalDouble.empty();

    /** @param focus trials that are marked, and take the hovered dot */
    ResponsePlot(TrialFocus focus) {
        this.focus = focus;
        getStyleClass().addAll("chart-plot", "response-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().addAll(palette, canvas);
        setMinSize(0, 0);
        setPrefSize(180, 120);
        setOnMouseMoved(event -> focus.hoveredProperty().set(dotAt(event.getX(), event.getY())));
        setOnMouseExited(event -> focus.hoveredProperty().set(Optional.empty()));
    }

    /** Draws again, after the marked trials changed. */
    void refresh() {
        redraw.request();
    }

    private Optional<String> dotAt(double x, double y) {
        return dots.stream()
                .filter(dot -> distance(dot, x, y) <= REACH)
                .min(Comparator.comparingDouble(dot -> distance(dot, x, y)))
                .map(ResponseDot::trial);
    }

    private double distance(ResponseDot dot, double x, double y) {
        return Math.hypot(across(dot.place()) - x, down(dot.score() * scale, low(), high()) - y);
    }

    /**
     * Shows a response.
     *
     * @param factor factor of shown scores
     * @param ofPreset score of the preset, before the factor
     * @param ofRandom score of random real images, before the factor
     */
    void show(Response shown, double factor, OptionalDouble ofPreset, OptionalDouble ofRandom) {
        points = shown.points();
        dots = shown.dots();
        scale = factor;
        preset = ofPreset;
        random = ofRandom;
        setAccessibleText(points.stream()
                .map(point -> point.value() + ": " + ScoreText.interval(point.score(), scale))
                .collect(Collectors.joining(", ")));
        redraw.request();
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
        if (points.isEmpty() || canvas.getHeight() < TOP + BOTTOM) {
            return;
        }
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        double low = low();
        double high = high();
        for (int i = 0; i <= LINES; i++) {
            double value = low + i * (high - low) / LINES;
            g.setStroke(palette.of(ChartColor.GRID_LINE));
            double y = Math.rint(down(value, low, high)) + 0.5;
            g.strokeLine(LEFT, y, canvas.getWidth() - RIGHT, y);
            g.setFill(palette.of(ChartColor.MUTED_TEXT));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(ScoreText.number(value / scale, scale), LEFT - 5, y);
        }
        g.setLineDashes(DASH);
        reference(g, preset, ChartColor.BLUE, low, high);
        reference(g, random, ChartColor.ORANGE, low, high);
        g.setLineDashes();
        drawDots(g, low, high);
        drawPoints(g, low, high);
    }

    private void drawDots(GraphicsContext g, double low, double high) {
        Optional<String> hovered = focus.hoveredProperty().get();
        for (ResponseDot dot : dots) {
            boolean marked = hovered.filter(dot.trial()::equals).isPresent();
            boolean brushed = focus.keptProperty().get().isPresent() && focus.keeps(dot.trial());
            double radius = marked ? MARKED : QUIET;
            g.setFill(palette.of(marked ? ChartColor.ACCENT : brushed ? ChartColor.CHANGED : ChartColor.GRAY)
                    .deriveColor(0, 1, 1, marked || brushed ? 1 : focus.keeps(dot.trial()) ? 0.6 : 0.2));
            g.fillOval(
                    across(dot.place()) - radius,
                    down(dot.score() * scale, low, high) - radius,
                    2 * radius,
                    2 * radius);
        }
    }

    private double across(double place) {
        return LEFT + INSET + place * (canvas.getWidth() - LEFT - RIGHT - 2 * INSET);
    }

    private double low() {
        return ends(-1).min().orElse(0);
    }

    private double high() {
        return Math.max(low() + 1e-6, ends(1).max().orElse(1));
    }

    private void reference(GraphicsContext g, OptionalDouble value, ChartColor color, double low, double high) {
        if (value.isPresent()) {
            g.setStroke(palette.of(color));
            double y = down(value.getAsDouble() * scale, low, high);
            g.strokeLine(LEFT, y, canvas.getWidth() - RIGHT, y);
        }
    }

    private void drawPoints(GraphicsContext g, double low, double high) {
        g.setTextAlign(TextAlignment.CENTER);
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        double labelEnd = Double.NEGATIVE_INFINITY;
        for (ResponsePoint point : points) {
            double x = across(point.place());
            double mean = point.score().mean() * scale;
            double reach = point.score().reach().orElse(0) * scale;
            double y = down(mean, low, high);
            g.setStroke(palette.of(ChartColor.VIOLET));
            g.setFill(palette.of(ChartColor.VIOLET));
            if (!Double.isNaN(beforeX)) {
                g.setLineWidth(1.6);
                g.strokeLine(beforeX, beforeY, x, y);
            }
            g.setLineWidth(1);
            double top = down(mean + reach, low, high);
            double bottom = down(mean - reach, low, high);
            g.strokeLine(x, top, x, bottom);
            g.strokeLine(x - CAP, top, x + CAP, top);
            g.strokeLine(x - CAP, bottom, x + CAP, bottom);
            g.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
            double half = 3.0 * point.value().length();
            if (x - half > labelEnd) {
                g.setFill(palette.of(ChartColor.MUTED_TEXT));
                g.fillText(point.value(), x, canvas.getHeight() - BOTTOM / 2);
                labelEnd = x + half + 4;
            }
            beforeX = x;
            beforeY = y;
        }
    }

    private DoubleStream ends(int side) {
        DoubleStream own = points.stream()
                .mapToDouble(point ->
                        (point.score().mean() + side * point.score().reach().orElse(0)) * scale);
        return DoubleStream.concat(
                own,
                Stream.of(preset.stream(), random.stream(), dots.stream().mapToDouble(ResponseDot::score))
                        .flatMapToDouble(values -> values)
                        .map(value -> value * scale));
    }

    private double down(double value, double low, double high) {
        return canvas.getHeight() - BOTTOM - (value - low) / (high - low) * (canvas.getHeight() - BOTTOM - TOP);
    }
}
