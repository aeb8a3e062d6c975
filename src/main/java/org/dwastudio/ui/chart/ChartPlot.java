package org.dwastudio.ui.chart;

/**
 * Geometry of a chart's canvas, in its pixels.
 *
 * @param area rectangle between the axes
 * @param x horizontal axis
 * @param left vertical axis at the left
 * @param right vertical axis at the right
 * @param hasRight true if a curve uses the right axis
 */
record ChartPlot(Area area, AxisScale x, AxisScale left, AxisScale right, boolean hasRight) {
    private static final double LEFT_MARGIN = 40;
    private static final double LABEL_GAPS = 9;
    private static final double LETTER_WIDTH = 6.5;
    private static final double RIGHT_MARGIN = 14;
    private static final double RIGHT_AXIS_MARGIN = 36;
    private static final double TOP_MARGIN = 8;
    private static final double BOTTOM_MARGIN = 24;

    /** Rectangle. */
    record Area(double left, double top, double right, double bottom) {
        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        /** Returns the area with a left margin for labels of a number of characters. */
        Area withLabelMargin(int letters) {
            double margin = LABEL_GAPS + letters * LETTER_WIDTH;
            return margin <= left ? this : new Area(margin, top, Math.max(margin + 1, right), bottom);
        }

        /** Returns the area with a right margin for labels of a number of characters on a right axis. */
        Area withRightLabelMargin(int letters) {
            double missing = LABEL_GAPS + letters * LETTER_WIDTH - RIGHT_AXIS_MARGIN;
            return missing <= 0 ? this : new Area(left, top, Math.max(left + 1, right - missing), bottom);
        }
    }

    /** Returns the area that the axis labels leave on a canvas. */
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

    /** Returns the value of x at a position on the canvas. */
    double xAt(double place) {
        return x.valueAt((place - area.left()) / area.width());
    }

    boolean holds(double place) {
        return place >= area.left() && place <= area.right();
    }
}
