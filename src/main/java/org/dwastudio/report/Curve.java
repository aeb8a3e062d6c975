package org.dwastudio.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Curve of a chart.
 *
 * @param key key of its name in the texts, and suffix of its style class
 * @param points points with ascending x
 */
record Curve(String key, List<Point> points) {
    private static final int MOST_POINTS = 300;

    /** Point of a curve. */
    record Point(double x, double y) {}

    Curve {
        points = List.copyOf(points);
    }

    /** Returns the curve with fewer points: groups of neighbors are replaced by their mean. */
    Curve thinned() {
        if (points.size() <= MOST_POINTS) {
            return this;
        }
        List<Point> few = new ArrayList<>();
        for (int group = 0; group < MOST_POINTS; group++) {
            List<Point> some = points.subList((int) ((long) group * points.size() / MOST_POINTS), (int)
                    ((long) (group + 1) * points.size() / MOST_POINTS));
            few.add(new Point(
                    some.stream().mapToDouble(Point::x).average().orElseThrow(),
                    some.stream().mapToDouble(Point::y).average().orElseThrow()));
        }
        return new Curve(key, few);
    }
}
