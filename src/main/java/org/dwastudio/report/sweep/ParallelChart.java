package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.ParallelAxis;
import org.dwastudio.sweep.analysis.ParallelCoordinates;
import org.dwastudio.sweep.analysis.ParallelLine;

/**
 * Parallel coordinates, drawn as SVG: the higher the score, the more opaque the line; the best one is thick.
 *
 * @param coordinates axes and lines
 * @param cells names and numbers
 */
record ParallelChart(ParallelCoordinates coordinates, SweepCells cells) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 320;
    private static final int LEFT = 90;
    private static final int RIGHT = 40;
    private static final int TOP = 34;
    private static final int BOTTOM = 14;
    private static final int PARTS = 4;
    private static final double LEAST_OPACITY = 0.2;

    void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("figure");
        page.start("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", alternative(texts));
        for (ParallelLine line : coordinates.lines()) {
            line(page, line);
        }
        for (int axis = 0; axis < coordinates.axes().size(); axis++) {
            axis(page, texts, axis);
        }
        page.end();
        page.end();
    }

    /** Returns the figure as text: its axes, and the values of the best trial. */
    private String alternative(ReportMessages texts) {
        Trial best = coordinates.lines().get(coordinates.lines().size() - 1).trial();
        return texts.get(
                "sweep.parallel.alternative",
                coordinates.lines().size(),
                coordinates.axes().stream().map(axis -> name(axis, texts)).collect(Collectors.joining(", ")),
                cells.described(best),
                cells.score(best.score()));
    }

    private static String name(ParallelAxis axis, ReportMessages texts) {
        return axis.isScore() ? texts.get("sweep.column.score") : SweepCells.shortKey(axis.key());
    }

    private void line(XhtmlWriter page, ParallelLine line) throws IOException {
        boolean best = line.equals(coordinates.lines().get(coordinates.lines().size() - 1));
        page.start(
                "polyline",
                "class",
                best ? "curve run-2" : "curve",
                "stroke-opacity",
                number(LEAST_OPACITY + (1 - LEAST_OPACITY) * line.score()),
                "points",
                IntStream.range(0, line.places().size())
                        .mapToObj(axis -> number(across(axis)) + ","
                                + number(down(line.places().get(axis))))
                        .collect(Collectors.joining(" ")));
        page.element(
                "title",
                cells.described(line.trial()) + ": " + cells.score(line.trial().score()));
        page.end();
    }

    private void axis(XhtmlWriter page, ReportMessages texts, int axis) throws IOException {
        ParallelAxis shown = coordinates.axes().get(axis);
        String x = number(across(axis));
        page.empty("line", "class", "grid", "x1", x, "y1", number(down(0)), "x2", x, "y2", number(down(1)));
        page.element("text", name(shown, texts), "x", x, "y", Integer.toString(TOP - 16), "class", "below");
        if (shown.isScore()) {
            for (int part = 0; part <= PARTS; part++) {
                double place = (double) part / PARTS;
                tick(page, axis, place, SweepCells.number(coordinates.scoreAt(place), cells.scale()));
            }
        } else {
            for (ParallelAxis.Tick tick : shown.ticks()) {
                tick(page, axis, tick.place(), tick.text());
            }
        }
    }

    private void tick(XhtmlWriter page, int axis, double place, String text) throws IOException {
        page.element("text", text, "x", number(across(axis) - 6), "y", number(down(place) + 4), "class", "before");
    }

    private double across(int axis) {
        return LEFT
                + (double) axis
                        * (WIDTH - LEFT - RIGHT)
                        / Math.max(1, coordinates.axes().size() - 1);
    }

    private static double down(double place) {
        return HEIGHT - BOTTOM - place * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
