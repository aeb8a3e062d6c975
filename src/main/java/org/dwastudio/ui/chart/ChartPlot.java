package org.dwastudio.ui.chart;

/**
 * Where things lie on a chart's canvas, in its pixels.
 *
 * @param area the rectangle between the axes
 * @param x the horizontal axis
 * @param left the vertical axis at the left
 * @param right the vertical axis at the right
 * @param hasRight whether something is measured on the right axis
 */
record ChartPlot(Area area, AxisScale x, AxisScale left, AxisScale right, boolean hasRight) {
    private static final double LEFT_MARGIN = 40;
    private static final double LABEL_GAPS = 9;
    private static final double LETTER_WIDTH = 6.5;
    private static final double RIGHT_MARGIN = 14;
    private static final double RIGHT_AXIS_MARGIN = 36;
    private static final double TOP_MARGIN = 8;
    private static final double BOTTOM_MARGIN = 24;

    /** A rectangle. */
    record Area(double left, double top, double right, double bottom) {
        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        /** With a margin at the left that holds labels of so many letters. */
        Area besideLabels(int letters) {
            double margin = LABEL_GAPS + letters * LETTER_WIDTH;
            return margin <= left ? this : new Area(margin, top, Math.max(margin + 1, right), bottom);
        }
    }

    /** The place that the axes' texts leave on a canvas. */
    static Area area(double width, double height, boolean hasRight) {
        double right = width - (hasRight ? RIGHT_AXIS_MARGIN : RIGHT_MARGIN);
        return new Area(
                LEFT_MARGIN,
                TOP_MARGIN,
                Math.max(LEFT_MARGIN + 1, right),
                Math.max(TOP_MARGIN + 1, height - BOTTOM_MARGIN));
    }

    double x(double value) {
        return area.left() + x.fraction(value) * area.width();
    }

    double y(double value, ChartAxis axis) {
        AxisScale scale = axis == ChartAxis.LEFT ? left : right;
        return area.bottom() - scale.fraction(value) * area.height();
    }

    /** The value of x at a place on the canvas. */
    double xAt(double place) {
        return x.valueAt((place - area.left()) / area.width());
    }

    boolean holds(double place) {
        return place >= area.left() && place <= area.right();
    }
}
