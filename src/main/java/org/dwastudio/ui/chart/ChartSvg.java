package org.dwastudio.ui.chart;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.PrintColors;
import org.dwastudio.ui.theme.Theme;

/**
 * Chart as an SVG document, 640 pixels wide, in colors for white paper: the shown curves as paths, axes, marks,
 * reference lines, legend and title. Texts remain texts.
 *
 * @param title title of the chart
 * @param xName name of the x axis
 * @param content shown curves
 */
record ChartSvg(String title, String xName, ChartContent content) {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int WIDTH = 640;
    private static final int PLOT_HEIGHT = 330;
    private static final int FOOT = 22;
    private static final double LEFT = 10;
    /** Middle of the first line of the legend. */
    private static final double FIRST_LINE = 35;

    private static final double LINE = 17;
    private static final double KEY = 16;
    private static final double LETTER = 6.4;
    private static final double WIDE_LETTER = 11;
    private static final char FIRST_WIDE = '\u2E80';
    private static final double GAP = 14;

    /** Entry of the legend, and the middle of the left end of its line. */
    private record Entry(String name, ChartColor ink, double x, double y) {}

    /** Returns the document. */
    String text() {
        StringWriter text = new StringWriter();
        try (XhtmlWriter svg = new XhtmlWriter(text)) {
            write(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(XhtmlWriter svg) throws IOException {
        PlotLayout layout = new PlotLayout();
        ChartPlot plot = layout.compute(WIDTH, PLOT_HEIGHT, content, UnaryOperator.identity());
        List<Entry> legend = legend();
        int head = (int) (legend.stream().mapToDouble(Entry::y).max().orElse(FIRST_LINE) + LINE - 4);
        int height = head + PLOT_HEIGHT + FOOT;
        svg.start(
                "svg",
                "xmlns",
                NAMESPACE,
                "width",
                Integer.toString(WIDTH),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "font-family",
                Theme.FONT_FAMILY + ",sans-serif",
                "font-size",
                "11");
        svg.element("title", title);
        rectangle(svg, 0, 0, WIDTH, height);
        label(svg, title, 10, 20, ChartColor.TEXT, "start", "font-weight", "bold", "font-size", "14");
        for (Entry entry : legend) {
            line(svg, entry.x(), entry.y(), entry.x() + KEY, entry.y(), entry.ink(), "stroke-width", "3");
            label(svg, entry.name(), entry.x() + KEY + 5, entry.y() + 4, ChartColor.TEXT, "start");
        }
        svg.start("g", "transform", "translate(0 " + head + ")");
        axes(svg, plot);
        references(svg, plot);
        marks(svg, plot);
        for (int faint = 0; faint < 2; faint++) {
            for (int i = 0; i < content.series().size(); i++) {
                ChartSeries series = content.series().get(i);
                if (series.isFaint() == (faint == 0)) {
                    curve(svg, plot, series, layout.outline(i));
                }
            }
        }
        svg.end();
        svg.end();
    }

    private static void rectangle(XhtmlWriter svg, double x, double y, double width, double height) throws IOException {
        svg.empty(
                "rect",
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height),
                "fill",
                PrintColors.hex(ChartColor.BACKGROUND));
    }

    /** Returns the entries of the legend, in as many lines as they need. */
    private List<Entry> legend() {
        List<Entry> entries = new ArrayList<>();
        double x = LEFT;
        double y = FIRST_LINE;
        for (ChartSeries series : content.series()) {
            if (!series.isFaint()) {
                String name = series.nameProperty().get() + (series.axis() == ChartAxis.RIGHT ? " →" : "");
                double width = KEY + 5 + width(name);
                if (x > LEFT && x + width > WIDTH - LEFT) {
                    x = LEFT;
                    y += LINE;
                }
                entries.add(new Entry(name, series.ink(), x, y));
                x += width + GAP;
            }
        }
        return entries;
    }

    private static double width(String text) {
        return text.chars()
                .mapToDouble(letter -> letter >= FIRST_WIDE ? WIDE_LETTER : LETTER)
                .sum();
    }

    private void axes(XhtmlWriter svg, ChartPlot plot) throws IOException {
        ChartPlot.Area area = plot.area();
        int rows = PlotLayout.rows(area);
        for (AxisScale.Tick tick : plot.left().ticks(rows)) {
            double y = plot.y(tick.value(), ChartAxis.LEFT);
            line(svg, area.left(), y, area.right(), y, ChartColor.GRID_LINE);
            label(svg, tick.label(), area.left() - 6, y + 4, ChartColor.MUTED_TEXT, "end");
        }
        if (plot.hasRight()) {
            for (AxisScale.Tick tick : plot.right().ticks(rows)) {
                double y = plot.y(tick.value(), ChartAxis.RIGHT) + 4;
                label(svg, tick.label(), area.right() + 6, y, ChartColor.MUTED_TEXT, "start");
            }
        }
        for (AxisScale.Tick tick : PlotLayout.xTicks(plot, content.places().unit())) {
            label(svg, tick.label(), plot.x(tick.value()), area.bottom() + 16, ChartColor.MUTED_TEXT, "middle");
        }
        double middle = (area.left() + area.right()) / 2;
        label(svg, xName, middle, area.bottom() + 34, ChartColor.MUTED_TEXT, "middle");
    }

    private void references(XhtmlWriter svg, ChartPlot plot) throws IOException {
        ChartPlot.Area area = plot.area();
        for (ReferenceLine reference : content.references()) {
            double y = plot.y(reference.y(), reference.axis());
            if (y >= area.top() - 1 && y <= area.bottom() + 1) {
                line(svg, area.left(), y, area.right(), y, reference.ink(), "stroke-dasharray", "5 4");
                double above = y - 5 >= area.top() + LETTER ? y - 5 : y + 13;
                label(svg, reference.label(), area.right() - 2, above, reference.ink(), "end");
            }
        }
    }

    private void marks(XhtmlWriter svg, ChartPlot plot) throws IOException {
        for (double mark : content.places().marks()) {
            if (plot.x().holds(mark)) {
                double x = plot.x(mark);
                line(svg, x, plot.area().top(), x, plot.area().bottom(), ChartColor.CHANGED, "stroke-dasharray", "1 3");
            }
        }
    }

    private static void curve(XhtmlWriter svg, ChartPlot plot, ChartSeries series, CurveOutline outline)
            throws IOException {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < outline.size(); i++) {
            path.append(i == 0 ? "M" : " L")
                    .append(number(plot.x(outline.x(i))))
                    .append(' ')
                    .append(number(plot.y(outline.y(i), series.axis())));
        }
        if (outline.size() > 0) {
            svg.empty(
                    "path",
                    "d",
                    path.toString(),
                    "fill",
                    "none",
                    "stroke",
                    PrintColors.hex(series.ink()),
                    "stroke-width",
                    "1.5",
                    "stroke-linejoin",
                    "round",
                    "stroke-linecap",
                    "round",
                    "stroke-opacity",
                    series.isFaint() ? "0.3" : "1");
        }
    }

    private static void line(
            XhtmlWriter svg, double x1, double y1, double x2, double y2, ChartColor ink, String... more)
            throws IOException {
        svg.start(
                "line",
                "x1",
                number(x1),
                "y1",
                number(y1),
                "x2",
                number(x2),
                "y2",
                number(y2),
                "stroke",
                PrintColors.hex(ink));
        svg.attributes(more);
        svg.end();
    }

    private static void label(
            XhtmlWriter svg, String text, double x, double y, ChartColor ink, String anchor, String... more)
            throws IOException {
        svg.start("text", "x", number(x), "y", number(y), "fill", PrintColors.hex(ink), "text-anchor", anchor);
        svg.attributes(more);
        svg.text(text);
        svg.end();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
