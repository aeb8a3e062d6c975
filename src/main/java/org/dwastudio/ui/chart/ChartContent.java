package org.dwastudio.ui.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Content of a chart at one moment.
 *
 * @param series visible curves, in drawing order
 * @param references dashed lines
 * @param logarithmic true if the left axis is logarithmic
 * @param xMin left end of the x axis, NaN for the first point
 * @param xMax right end of the x axis, NaN for the last point
 * @param emptyMax end of the left axis while there are no points
 * @param places marked places of the x axis, and its unit
 */
record ChartContent(
        List<ChartSeries> series,
        List<ReferenceLine> references,
        boolean logarithmic,
        double xMin,
        double xMax,
        double emptyMax,
        XPlaces places) {

    boolean uses(ChartAxis axis) {
        return series.stream().anyMatch(one -> one.axis() == axis);
    }

    double firstX() {
        return Double.isNaN(xMin)
                ? series.stream()
                        .filter(one -> one.size() > 0)
                        .mapToDouble(one -> one.x(0))
                        .min()
                        .orElse(0)
                : xMin;
    }

    double lastX() {
        return Double.isNaN(xMax)
                ? series.stream()
                        .filter(one -> one.size() > 0)
                        .mapToDouble(one -> one.x(one.size() - 1))
                        .max()
                        .orElse(1)
                : xMax;
    }

    /** Returns the lowest line of an axis, +∞ without lines. */
    double lowestReference(ChartAxis axis) {
        return shown(axis).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns the highest line of an axis, −∞ without lines. */
    double highestReference(ChartAxis axis) {
        return shown(axis).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private DoubleStream shown(ChartAxis axis) {
        boolean positiveOnly = logarithmic && axis == ChartAxis.LEFT;
        return references.stream()
                .filter(line -> line.axis() == axis)
                .mapToDouble(ReferenceLine::y)
                .filter(y -> Double.isFinite(y) && (!positiveOnly || y > 0));
    }
}
