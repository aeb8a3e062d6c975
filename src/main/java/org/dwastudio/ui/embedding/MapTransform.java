package org.dwastudio.ui.embedding;

import org.dwastudio.metric.embedding.Plane;

/**
 * Conversion of places on the map into screen pixels. The second coordinate points upward.
 *
 * @param scale screen pixels per unit
 * @param originX place of the map's origin on the screen
 * @param originY place of the map's origin on the screen
 */
record MapTransform(double scale, double originX, double originY) {
    private static final double SMALLEST_EXTENT = 1e-12;

    /** Returns the transform that shows all points of some planes within a margin of the screen. */
    static MapTransform fitting(Iterable<Plane> planes, double width, double height, double margin) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (Plane plane : planes) {
            for (int i = 0; i < plane.x().length; i++) {
                left = Math.min(left, plane.x()[i]);
                right = Math.max(right, plane.x()[i]);
                bottom = Math.min(bottom, plane.y()[i]);
                top = Math.max(top, plane.y()[i]);
            }
        }
        if (left > right) {
            return new MapTransform(1, width / 2, height / 2);
        }
        double scale = Math.min(
                (width - 2 * margin) / Math.max(right - left, SMALLEST_EXTENT),
                (height - 2 * margin) / Math.max(top - bottom, SMALLEST_EXTENT));
        double positive = Math.max(scale, SMALLEST_EXTENT);
        return new MapTransform(
                positive, width / 2 - positive * (left + right) / 2, height / 2 + positive * (bottom + top) / 2);
    }

    double screenX(double x) {
        return originX + scale * x;
    }

    double screenY(double y) {
        return originY - scale * y;
    }

    /** Returns the transform that is larger by a factor; the given place of the screen stays where it is. */
    MapTransform zoomed(double factor, double aroundX, double aroundY) {
        return new MapTransform(
                scale * factor, aroundX + (originX - aroundX) * factor, aroundY + (originY - aroundY) * factor);
    }

    MapTransform panned(double byX, double byY) {
        return new MapTransform(scale, originX + byX, originY + byY);
    }
}
