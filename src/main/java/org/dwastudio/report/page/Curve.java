package org.dwastudio.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Curve of a chart.
 *
 * @param key key of its name in the texts, and suffix of its style class
 * @param name name that replaces the one in the texts
 * @param points points with ascending x
 */
public record Curve(String key, Optional<String> name, List<Point> points) {
    private static final int MOST_POINTS = 300;

    /** Point of a curve. */
    public record Point(double x, double y) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** Creates a curve that is named in the texts. */
    public Curve(String key, List<Point> points) {
        this(key, Optional.empty(), points);
    }

    /** Returns the curve under another name, in the style of another key. */
    public Curve named(String style, String other) {
        return new Curve(style, Optional.of(other), points);
    }

    /** Returns the curve with fewer points: groups of neighbors are replaced by their mean. */
    public Curve thinned() {
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
        return new Curve(key, name, few);
    }
}
