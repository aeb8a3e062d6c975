package org.dwastudio.ui.chart;

import java.util.OptionalInt;

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
    }

    /** Margins that the labels of the vertical axes need. */
    record Margins(double left, double right) {
        static final Margins NONE = new Margins(0, 0);

        /**
         * Returns the margins for labels of a number of characters.
         *
         * @param right characters of the right axis; empty without one
         */
        static Margins forLabels(int left, OptionalInt right) {
            return new Margins(
                    Math.max(LEFT_MARGIN, LABEL_GAPS + left * LETTER_WIDTH),
                    right.isPresent()
                            ? Math.max(RIGHT_AXIS_MARGIN, LABEL_GAPS + right.getAsInt() * LETTER_WIDTH)
                            : RIGHT_MARGIN);
        }

        /** Returns the larger margins. */
        Margins max(Margins other) {
            return new Margins(Math.max(left, other.left), Math.max(right, other.right));
        }
    }

    /** Returns the area that margins leave on a canvas. */
    static Area area(double width, double height, Margins margins) {
        return new Area(
                margins.left(),
                TOP_MARGIN,
                Math.max(margins.left() + 1, width - margins.right()),
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
