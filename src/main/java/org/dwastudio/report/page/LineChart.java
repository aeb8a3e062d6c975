package org.dwastudio.report.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Curves over a common axis, drawn as SVG.
 *
 * @param title measured quantity
 * @param xName unit of the x axis
 * @param curves curves, of which at least one has a point
 * @param reference y of a dashed, named line
 * @param logarithmic true for a logarithmic y axis, as far as the values allow
 */
public record LineChart(String title, String xName, List<Curve> curves, OptionalDouble reference, boolean logarithmic) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 260;
    private static final int LEFT = 58;
    private static final int RIGHT = 22;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;

    /**
     * Writes the chart.
     *
     * @param texts texts with the names of unnamed curves as {@code curve.KEY}, and of the line as {@code curve.random}
     */
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        Axis x = new Axis(0, Math.max(1, points(Curve.Point::x).max().orElse(1)), false);
        double low = heights().min().orElse(0);
        double high = heights().max().orElse(1);
        Axis y = logarithmic ? Axis.decadesHolding(low, high) : Axis.holding(low, high);
        page.start("figure");
        page.element("figcaption", title);
        page.start("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        grid(page, x, y);
        for (Curve curve : curves) {
            page.empty("polyline", "class", "curve " + curve.key(), "points", path(curve, x, y));
        }
        if (reference.isPresent()) {
            String height = number(down(y, reference.getAsDouble()));
            page.empty(
                    "line",
                    "class",
                    "curve random",
                    "x1",
                    Integer.toString(LEFT),
                    "x2",
                    Integer.toString(WIDTH - RIGHT),
                    "y1",
                    height,
                    "y2",
                    height);
        }
        page.end();
        legend(page, texts);
        page.end();
    }

    private void grid(XhtmlWriter page, Axis x, Axis y) throws IOException {
        for (double tick : y.ticks()) {
            String height = number(down(y, tick));
            page.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    Integer.toString(LEFT),
                    "x2",
                    Integer.toString(WIDTH - RIGHT),
                    "y1",
                    height,
                    "y2",
                    height);
            page.element(
                    "text",
                    Axis.label(tick),
                    "x",
                    Integer.toString(LEFT - 6),
                    "y",
                    number(down(y, tick) + 4),
                    "class",
                    "before");
        }
        for (double tick : Axis.holding(x.min(), x.max()).ticks()) {
            if (tick <= x.max()) {
                page.element(
                        "text",
                        Axis.label(tick),
                        "x",
                        number(across(x, tick)),
                        "y",
                        Integer.toString(HEIGHT - BOTTOM + 16),
                        "class",
                        "below");
            }
        }
        page.element(
                "text",
                xName,
                "x",
                Integer.toString((LEFT + WIDTH - RIGHT) / 2),
                "y",
                Integer.toString(HEIGHT - 6),
                "class",
                "below");
    }

    private void legend(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("p", "class", "legend");
        for (Curve curve : curves) {
            String name = curve.name().orElseGet(() -> texts.get("curve." + curve.key()));
            page.element("span", name, "class", "key " + curve.key());
        }
        if (reference.isPresent()) {
            page.element("span", texts.get("curve.random"), "class", "key random");
        }
        page.end();
    }

    private String path(Curve curve, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (Curve.Point point : curve.points()) {
            path.append(number(across(x, point.x())))
                    .append(',')
                    .append(number(down(y, point.y())))
                    .append(' ');
        }
        return path.toString().strip();
    }

    private DoubleStream points(ToDoubleFunction<Curve.Point> side) {
        return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(side);
    }

    private DoubleStream heights() {
        DoubleStream measured = points(Curve.Point::y);
        return reference.isPresent()
                ? DoubleStream.concat(measured, DoubleStream.of(reference.getAsDouble()))
                : measured;
    }

    private static double across(Axis axis, double value) {
        return LEFT + axis.fraction(value) * (WIDTH - RIGHT - LEFT);
    }

    private static double down(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.fraction(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
