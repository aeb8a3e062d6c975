package org.dwastudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/** Cross-hair: a line under the mouse, a dot on every curve, and a box with their values unless the legend has them. */
final class ChartReader {
    private static final double LINE = 15;
    private static final double PADDING = 7;

    private final ThemeColors palette;
    private final Font font = Font.font(Theme.FONT_FAMILY, 11);
    private final Font bold = Font.font(Theme.FONT_FAMILY, FontWeight.BOLD, 11);

    /** Value of one curve under the mouse. */
    record Reading(String name, ChartColor ink, double x, double y, ChartAxis axis) {
        String text() {
            return name + "  " + NumberText.rounded(y, 4);
        }
    }

    ChartReader(ThemeColors palette) {
        this.palette = palette;
    }

    /** Returns the values of all curves at the points nearest to x. */
    static List<Reading> readings(ChartContent content, double x) {
        List<Reading> readings = new ArrayList<>();
        for (ChartSeries series : content.series()) {
            if (!series.isFaint()) {
                ChartSeries read = readable(series, content, x);
                int nearest = read.nearestTo(x);
                if (nearest >= 0) {
                    readings.add(new Reading(
                            series.nameProperty().get(),
                            series.ink(),
                            read.x(nearest),
                            read.y(nearest),
                            series.axis()));
                }
            }
        }
        return readings;
    }

    /** Returns a curve, or where it has not come yet, the last faint curve of its color that has. */
    private static ChartSeries readable(ChartSeries bright, ChartContent content, double x) {
        if (reaches(bright, x)) {
            return bright;
        }
        return content.series().stream()
                .filter(other -> other.isFaint() && other.ink() == bright.ink() && reaches(other, x))
                .reduce((before, last) -> last)
                .orElse(bright);
    }

    private static boolean reaches(ChartSeries series, double x) {
        return series.size() > 0 && x <= series.x(series.size() - 1);
    }

    /**
     * Paints the cross-hair.
     *
     * @param x place on the canvas
     * @param unit unit of the x that the box shows
     * @param boxed true to paint the box with the values
     */
    void paint(GraphicsContext g, ChartPlot plot, List<Reading> readings, double x, double unit, boolean boxed) {
        if (readings.isEmpty()) {
            return;
        }
        double center = Math.rint(x) + 0.5;
        g.setLineWidth(1);
        g.setStroke(palette.of(ChartColor.MUTED_TEXT).deriveColor(0, 1, 1, 0.6));
        g.strokeLine(center, plot.area().top(), center, plot.area().bottom());
        paintDots(g, plot, readings, palette);
        if (boxed) {
            paintBox(g, plot, readings, center, unit);
        }
    }

    /** Paints a dot at every reading inside the plot. */
    static void paintDots(GraphicsContext g, ChartPlot plot, List<Reading> readings, ThemeColors palette) {
        for (Reading reading : readings) {
            double y = plot.y(reading.y(), reading.axis());
            if (y >= plot.area().top() - 1
                    && y <= plot.area().bottom() + 1
                    && plot.x().holds(reading.x())) {
                g.setFill(palette.of(reading.ink()));
                g.fillOval(plot.x(reading.x()) - 3, y - 3, 6, 6);
            }
        }
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

    private void paintBox(GraphicsContext g, ChartPlot plot, List<Reading> readings, double x, double unit) {
        double width = readings.stream()
                        .mapToDouble(reading -> widthOf(reading.text()))
                        .max()
                        .orElse(0)
                + 2 * PADDING;
        double height = (readings.size() + 1) * LINE + 2 * PADDING - 3;
        double left = x + 10 + width <= plot.area().right()
                ? x + 10
                : Math.max(plot.area().left(), x - 10 - width);
        double top = plot.area().top() + 4;
        Color background = palette.of(ChartColor.BACKGROUND);
        g.setFill(background.deriveColor(0, 1, 1, 0.92));
        g.fillRoundRect(left, top, width, height, 10, 10);
        g.setStroke(palette.of(ChartColor.GRID_LINE));
        g.strokeRoundRect(Math.rint(left) + 0.5, Math.rint(top) + 0.5, width, height, 10, 10);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        double y = top + PADDING + LINE / 2 - 1;
        g.setFont(bold);
        g.setFill(palette.of(ChartColor.TEXT));
        g.fillText(NumberText.rounded(readings.get(0).x() / unit, 6), left + PADDING, y);
        g.setFont(font);
        for (Reading reading : readings) {
            y += LINE;
            g.setFill(palette.of(reading.ink()));
            g.fillText(reading.text(), left + PADDING, y);
        }
    }

    private double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
