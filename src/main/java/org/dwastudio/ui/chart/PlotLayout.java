package org.dwastudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Layout of a chart's content on an area: its axes, and its curves reduced to what a screen can show. Buffers are reused.
 */
final class PlotLayout {
    private static final double TICK_DISTANCE_Y = 38;
    private static final double TICK_DISTANCE_X = 64;
    /** Number of units from which on only whole ones are labeled. */
    private static final double FEW_UNITS = 3;

    private final List<CurveOutline> outlines = new ArrayList<>();

    /**
     * Computes the axes and outlines.
     *
     * @param aligned returns the margins to take for those that the labels need
     */
    ChartPlot compute(double width, double height, ChartContent content, UnaryOperator<ChartPlot.Margins> aligned) {
        AxisScale x = AxisScale.exact(content.firstX(), content.lastX());
        takeOutlines(content, x, (int) Math.max(1, width));
        boolean hasRight = content.uses(ChartAxis.RIGHT);
        int ticks = rows(ChartPlot.area(width, height, ChartPlot.Margins.NONE));
        AxisScale left = content.logarithmic()
                ? AxisScale.logarithmic(low(content, ChartAxis.LEFT), high(content, ChartAxis.LEFT))
                : linearLeft(content, ticks);
        AxisScale right = AxisScale.linear(low(content, ChartAxis.RIGHT), high(content, ChartAxis.RIGHT), ticks);
        ChartPlot.Margins needed = ChartPlot.Margins.forLabels(
                letters(left, ticks), hasRight ? OptionalInt.of(letters(right, ticks)) : OptionalInt.empty());
        return new ChartPlot(ChartPlot.area(width, height, aligned.apply(needed)), x, left, right, hasRight);
    }

    /** Returns the outline of a curve of the content, by its place among the curves. */
    CurveOutline outline(int series) {
        return outlines.get(series);
    }

    /** Returns the approximate number of ticks of a vertical axis. */
    static int rows(ChartPlot.Area area) {
        return (int) Math.max(2, area.height() / TICK_DISTANCE_Y);
    }

    /** Returns the ticks of the x axis; their values are those of x, their labels in its unit. */
    static List<AxisScale.Tick> xTicks(ChartPlot plot, double unit) {
        int about = (int) Math.max(1, plot.area().width() / TICK_DISTANCE_X);
        if (unit == 1) {
            return plot.x().wholeTicks(about);
        }
        AxisScale units = new AxisScale(plot.x().min() / unit, plot.x().max() / unit, false);
        List<AxisScale.Tick> ticks =
                units.max() - units.min() >= FEW_UNITS ? units.wholeTicks(about) : units.ticks(about);
        return ticks.stream()
                .map(tick -> new AxisScale.Tick(tick.value() * unit, tick.label()))
                .toList();
    }

    private static int letters(AxisScale axis, int ticks) {
        return axis.ticks(ticks).stream()
                .mapToInt(tick -> tick.label().length())
                .max()
                .orElse(0);
    }

    private AxisScale linearLeft(ChartContent content, int ticks) {
        double low = low(content, ChartAxis.LEFT);
        double high = high(content, ChartAxis.LEFT);
        return Double.isFinite(low) && Double.isFinite(high)
                ? AxisScale.linear(low, high, ticks)
                : AxisScale.linear(0, content.emptyMax(), ticks);
    }

    private void takeOutlines(ChartContent content, AxisScale x, int columns) {
        while (outlines.size() < content.series().size()) {
            outlines.add(new CurveOutline());
        }
        for (int i = 0; i < content.series().size(); i++) {
            ChartSeries series = content.series().get(i);
            boolean positiveOnly = content.logarithmic() && series.axis() == ChartAxis.LEFT;
            outlines.get(i).compute(series, x.min(), x.max(), columns, positiveOnly);
        }
    }

    private double low(ChartContent content, ChartAxis axis) {
        double low = content.lowestReference(axis);
        for (int i = 0; i < content.series().size(); i++) {
            if (content.series().get(i).axis() == axis) {
                low = Math.min(low, outlines.get(i).lowest());
            }
        }
        return low;
    }

    private double high(ChartContent content, ChartAxis axis) {
        double high = content.highestReference(axis);
        for (int i = 0; i < content.series().size(); i++) {
            if (content.series().get(i).axis() == axis) {
                high = Math.max(high, outlines.get(i).highest());
            }
        }
        return high;
    }
}
