package org.dwastudio.ui.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a chart shows at one moment.
 *
 * @param series the visible curves, in the order in which they are drawn
 * @param references the dashed lines
 * @param logarithmic whether the left axis is logarithmic
 * @param xMin the left end of the x axis, NaN for the first point
 * @param xMax the right end of the x axis, NaN for the last point
 * @param emptyMax the end of the left axis while there is nothing to see
 * @param marker where the present is, NaN for nowhere
 */
record ChartContent(
        List<ChartSeries> series,
        List<ReferenceLine> references,
        boolean logarithmic,
        double xMin,
        double xMax,
        double emptyMax,
        double marker) {

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

    /** The lowest line of an axis, +∞ without lines. */
    double lowestReference(ChartAxis axis) {
        return shown(axis).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The highest line of an axis, −∞ without lines. */
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
