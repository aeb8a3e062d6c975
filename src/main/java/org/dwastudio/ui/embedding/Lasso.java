package org.dwastudio.ui.embedding;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** Closed line that is drawn around points of the map, in screen pixels. */
final class Lasso {
    private final List<Point2D> corners = new ArrayList<>();

    void add(double x, double y) {
        corners.add(new Point2D(x, y));
    }

    List<Point2D> corners() {
        return List.copyOf(corners);
    }

    /** Returns true if a point lies inside: a ray from it crosses the line an odd number of times. */
    boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0; i < corners.size(); i++) {
            Point2D from = corners.get(i);
            Point2D to = corners.get((i + 1) % corners.size());
            boolean crosses = from.getY() > y != to.getY() > y;
            if (crosses
                    && x < from.getX() + (y - from.getY()) / (to.getY() - from.getY()) * (to.getX() - from.getX())) {
                inside = !inside;
            }
        }
        return inside;
    }
}
