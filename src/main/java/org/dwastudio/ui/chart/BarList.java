package org.dwastudio.ui.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/** Horizontal bars in a list, each with its name, a whisker for its deviation, and its value. FX thread only. */
public final class BarList extends Region {
    private static final double ROW = 21;
    private static final double BAR = 13;
    private static final double NAME_SHARE = 0.36;
    private static final double VALUE_WIDTH = 74;
    private static final double WHISKER = 3;
    private static final double FAINT = 0.55;

    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final ThemeColors palette = new ThemeColors(redraw::request);
    private final Canvas canvas = new Canvas();
    private final Font font = Font.font(Theme.FONT_FAMILY, 11);
    private final double end;
    private List<MeasuredBar> bars = List.of();

    /**
     * Creates an empty list.
     *
     * @param end value at the right end of a full bar
     */
    public BarList(double end) {
        this.end = end;
        getStyleClass().addAll("bar-list", "chart-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().addAll(palette, canvas);
        setMinWidth(0);
    }

    /** Shows bars from top to bottom. */
    public void show(List<MeasuredBar> shown) {
        bars = List.copyOf(shown);
        setMinHeight(ROW * bars.size());
        setPrefHeight(ROW * bars.size());
        setAccessibleText(
                bars.stream().map(bar -> bar.name() + " " + bar.text()).collect(Collectors.joining(", ")));
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
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        double left = Math.floor(canvas.getWidth() * NAME_SHARE);
        double width = Math.max(1, canvas.getWidth() - left - VALUE_WIDTH);
        for (int i = 0; i < bars.size(); i++) {
            draw(g, bars.get(i), left, width, ROW * i + ROW / 2);
        }
    }

    private void draw(GraphicsContext g, MeasuredBar bar, double left, double width, double middle) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(palette.of(ChartColor.TEXT));
        g.fillText(bar.name(), 0, middle, left - 6);
        g.setFill(palette.of(ChartColor.GRID_LINE));
        g.fillRect(left, middle - BAR / 2, width, BAR);
        Color color = palette.of(bar.ink());
        g.setFill(bar.faint() ? color.deriveColor(0, 1, 1, FAINT) : color);
        g.fillRect(left, middle - BAR / 2, width * share(bar.value()), BAR);
        if (bar.deviation() > 0) {
            g.setStroke(palette.of(ChartColor.TEXT));
            g.setLineWidth(1);
            double from = Math.rint(left + width * share(bar.value() - bar.deviation())) + 0.5;
            double to = Math.rint(left + width * share(bar.value() + bar.deviation())) + 0.5;
            double line = Math.rint(middle) + 0.5;
            g.strokeLine(from, line, to, line);
            g.strokeLine(from, line - WHISKER, from, line + WHISKER);
            g.strokeLine(to, line - WHISKER, to, line + WHISKER);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(palette.of(ChartColor.TEXT));
        g.fillText(bar.text(), left + width + VALUE_WIDTH, middle, VALUE_WIDTH - 4);
    }

    private double share(double value) {
        return Math.max(0, Math.min(1, value / end));
    }
}
