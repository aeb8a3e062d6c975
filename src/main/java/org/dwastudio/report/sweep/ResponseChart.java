package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.analysis.Response;
import org.dwastudio.sweep.analysis.ResponsePoint;

/**
 * Scores by the value of a setting with their intervals, drawn as SVG.
 *
 * @param response the scores
 * @param scale factor of shown scores
 * @param preset score of the preset, scaled
 * @param random score of random real images, scaled
 */
record ResponseChart(Response response, double scale, OptionalDouble preset, OptionalDouble random) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 260;
    private static final int LEFT = 58;
    private static final int RIGHT = 30;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int CAP = 4;
    private static final int LINES = 4;

    void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        String title = SweepCells.shortKey(response.parameter().key());
        double low = ends(-1).min().orElse(0);
        double high = Math.max(low + 1e-6, ends(1).max().orElse(1));
        page.start("figure");
        page.element("figcaption", title);
        page.start("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        for (int i = 0; i <= LINES; i++) {
            double value = low + i * (high - low) / LINES;
            line(page, "grid", LEFT, down(value, low, high), WIDTH - RIGHT, down(value, low, high));
            page.element(
                    "text",
                    SweepCells.number(value / scale, scale),
                    "x",
                    Integer.toString(LEFT - 6),
                    "y",
                    number(down(value, low, high) + 4),
                    "class",
                    "before");
        }
        reference(page, "curve", preset, low, high);
        reference(page, "curve random", random, low, high);
        page.empty(
                "polyline",
                "class",
                "curve run-2",
                "points",
                response.points().stream()
                        .map(point -> number(across(point)) + ","
                                + number(down(point.score().mean() * scale, low, high)))
                        .collect(Collectors.joining(" ")));
        for (ResponsePoint point : response.points()) {
            point(page, point, low, high);
        }
        page.end();
        page.start("p", "class", "legend");
        page.element("span", texts.get("sweep.response.mean"), "class", "key run-2");
        page.element("span", texts.get("sweep.preset"), "class", "key");
        page.element("span", texts.get("sweep.random"), "class", "key random");
        page.end();
        page.end();
    }

    private void point(XhtmlWriter page, ResponsePoint point, double low, double high) throws IOException {
        double x = across(point);
        page.element(
                "text", point.value(), "x", number(x), "y", Integer.toString(HEIGHT - BOTTOM + 16), "class", "below");
        double middle = point.score().mean() * scale;
        double reach = point.score().reach().orElse(0) * scale;
        double top = down(middle + reach, low, high);
        double bottom = down(middle - reach, low, high);
        line(page, "error", x, top, x, bottom);
        line(page, "error", x - CAP, top, x + CAP, top);
        line(page, "error", x - CAP, bottom, x + CAP, bottom);
    }

    private static void reference(XhtmlWriter page, String style, OptionalDouble value, double low, double high)
            throws IOException {
        if (value.isPresent()) {
            double y = down(value.getAsDouble(), low, high);
            line(page, style, LEFT, y, WIDTH - RIGHT, y);
        }
    }

    private static void line(XhtmlWriter page, String style, double x1, double y1, double x2, double y2)
            throws IOException {
        page.empty("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    /** Returns the lower or upper ends of all intervals, and the lines. */
    private DoubleStream ends(int side) {
        DoubleStream points = response.points().stream()
                .mapToDouble(point ->
                        (point.score().mean() + side * point.score().reach().orElse(0)) * scale);
        return DoubleStream.concat(points, DoubleStream.concat(preset.stream(), random.stream()));
    }

    private static double across(ResponsePoint point) {
        return LEFT + 10 + point.place() * (WIDTH - RIGHT - LEFT - 20);
    }

    private static double down(double value, double low, double high) {
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
