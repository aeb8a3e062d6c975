package org.dwastudio.ui.timeline;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Drawing around the slider of a time line: above it the changes by hand as diamonds with their texts, below it a dot
 * for every snapshot, the numbers of some iterations, and the place that the run has come to. FX thread only.
 */
final class TimeLineTicks extends Pane {
    /** Distance of the ends of a slider's track from its own ends, in pixels. */
    private static final double INSET = 8;

    private static final double LABEL_Y = 7;
    private static final double DIAMOND_Y = 17;
    private static final double DOT_Y = 39;
    private static final double NUMBER_Y = 50;
    private static final double GAP = 10;

    private final ThemeColors palette = new ThemeColors(this::redraw);
    private final Canvas canvas = new Canvas();
    private final PulseThrottle drawing = new PulseThrottle(this::draw);
    private final Font font = Font.font(Theme.FONT_FAMILY, 10.5);
    private Content content = new Content(0, 0, List.of(), List.of());

    /**
     * Content of the drawing.
     *
     * @param last iteration at the end of the line
     * @param reached iteration that the run has come to
     * @param moments iterations with snapshots, ascending
     * @param changes changes by hand
     */
    record Content(int last, int reached, List<Integer> moments, List<Change> changes) {}

    /**
     * Change of a parameter by hand.
     *
     * @param iteration iteration from which it counts
     */
    record Change(int iteration, String text) {}

    TimeLineTicks() {
        getChildren().addAll(palette, canvas);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        widthProperty().addListener((observable, old, now) -> redraw());
        heightProperty().addListener((observable, old, now) -> redraw());
        setMouseTransparent(true);
    }

    void show(Content now) {
        if (!content.equals(now)) {
            content = now;
            redraw();
        }
    }

    private void redraw() {
        drawing.request();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (content.last() <= 0) {
            return;
        }
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        drawMoments(g);
        drawNumbers(g);
        drawChanges(g);
    }

    private void drawMoments(GraphicsContext g) {
        g.setFill(palette.of(ChartColor.MUTED_TEXT));
        for (int moment : content.moments()) {
            g.fillOval(x(moment) - 1, DOT_Y - 1, 2, 2);
        }
        g.setFill(palette.of(ChartColor.GREEN));
        g.fillOval(x(content.reached()) - 3, DOT_Y - 3, 6, 6);
    }

    private void drawNumbers(GraphicsContext g) {
        g.setFill(palette.of(ChartColor.MUTED_TEXT));
        int step = stepOfNumbers();
        for (int number = 0; number <= content.last(); number += step) {
            g.fillText(Integer.toString(number), x(number), NUMBER_Y);
        }
    }

    /** Returns a round number of iterations between two numbers that leaves room for them. */
    private int stepOfNumbers() {
        double room = widthOf(Integer.toString(content.last())) + 3 * GAP;
        double most = Math.max(1, (canvas.getWidth() - 2 * INSET) / room);
        int step = 1;
        while (content.last() / (double) step > most) {
            step = Integer.toString(step).startsWith("2") ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private void drawChanges(GraphicsContext g) {
        Color ink = palette.of(ChartColor.ORANGE);
        g.setFill(ink);
        double free = 0;
        for (Change change : content.changes()) {
            double x = x(change.iteration());
            g.fillPolygon(
                    new double[] {x - 4, x, x + 4, x},
                    new double[] {DIAMOND_Y, DIAMOND_Y - 4, DIAMOND_Y, DIAMOND_Y + 4},
                    4);
            double width = widthOf(change.text());
            double left = Math.max(0, Math.min(canvas.getWidth() - width, x - width / 2));
            if (left >= free) {
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(change.text(), left, LABEL_Y);
                free = left + width + GAP;
            }
        }
    }

    private double x(int iteration) {
        return Math.rint(INSET + (canvas.getWidth() - 2 * INSET) * iteration / content.last());
    }

    private double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
