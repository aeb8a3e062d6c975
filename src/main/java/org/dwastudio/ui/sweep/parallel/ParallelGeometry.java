package org.dwastudio.ui.sweep.parallel;

import java.util.List;
import java.util.Optional;
import org.dwastudio.sweep.analysis.ParallelLine;

/**
 * Places of axes and lines in pixels.
 *
 * @param width width of the plot
 * @param height height of the plot
 * @param axes number of axes, at least 1
 */
record ParallelGeometry(double width, double height, int axes) {
    static final double TOP = 22;
    static final double BOTTOM = 8;

    private static final double LEFT = 46;
    private static final double RIGHT = 26;
    /** Distance from an axis at which it is meant. */
    private static final double AXIS_REACH = 14;
    /** Distance from a line at which it is meant. */
    private static final double LINE_REACH = 6;

    /** Returns the x coordinate of an axis, from 0. */
    double x(int axis) {
        double span = width - LEFT - RIGHT;
        return LEFT + (axes == 1 ? span / 2 : axis * span / (axes - 1));
    }

    /** Returns the y coordinate of a place, 0 to 1. */
    double y(double place) {
        return height - BOTTOM - place * (height - BOTTOM - TOP);
    }

    /** Returns the place at a y coordinate, 0 to 1 on the axis. */
    double placeAt(double y) {
        return (height - BOTTOM - y) / Math.max(1, height - BOTTOM - TOP);
    }

    /** Returns the axis near an x coordinate. */
    Optional<Integer> axisAt(double x) {
        for (int axis = 0; axis < axes; axis++) {
            if (Math.abs(x(axis) - x) <= AXIS_REACH) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }

    /** Returns the line near a point, of several the nearest one. */
    Optional<ParallelLine> lineAt(double x, double y, List<ParallelLine> lines) {
        Optional<ParallelLine> nearest = Optional.empty();
        double least = LINE_REACH;
        for (ParallelLine line : lines) {
            double distance = distance(line, x, y);
            if (distance <= least) {
                least = distance;
                nearest = Optional.of(line);
            }
        }
        return nearest;
    }

    private double distance(ParallelLine line, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis + 1 < axes; axis++) {
            double fromX = x(axis);
            double fromY = y(line.places().get(axis));
            double toX = x(axis + 1) - fromX;
            double toY = y(line.places().get(axis + 1)) - fromY;
            double part = ((x - fromX) * toX + (y - fromY) * toY) / (toX * toX + toY * toY);
            double at = Math.max(0, Math.min(1, part));
            least = Math.min(least, Math.hypot(fromX + at * toX - x, fromY + at * toY - y));
        }
        return least;
    }
}
