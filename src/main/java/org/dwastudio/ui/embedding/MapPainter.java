package org.dwastudio.ui.embedding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.control.Tint;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.ClassColors;
import org.dwastudio.ui.theme.ThemeColors;

/** Painter of the layers of the map. */
final class MapPainter {
    /** Side of a thumbnail at the zoom that shows the whole map, in pixels. */
    private static final double SMALL = 18;

    private static final double LARGE = 72;
    private static final double REAL_POINT = 2.4;
    private static final double REAL_OPACITY = 0.38;
    private static final double TRAIL_OPACITY = 0.3;
    private static final double CHOSEN_TRAIL_OPACITY = 0.95;
    static final int POINT = 6;
    /** Share of the map's area from which thumbnails would hide each other. */
    private static final double CROWDED = 0.45;

    private final ThemeColors palette;
    private final ClassColors colors;

    MapPainter(ThemeColors palette) {
        this.palette = palette;
        colors = new ClassColors(palette);
    }

    /** A point with its image; empty if only the point can be drawn. */
    record Drawn(MapPoint point, Optional<ImageRef> image) {}

    void drawReal(GraphicsContext target, MapTransform at, Plane places, int[] labels, EmbeddingViewModel model) {
        target.setGlobalAlpha(REAL_OPACITY);
        for (int i = 0; i < labels.length; i++) {
            if (model.shows(labels[i])) {
                target.setFill(colors.of(labels[i]));
                target.fillOval(
                        at.screenX(places.x()[i]) - REAL_POINT / 2,
                        at.screenY(places.y()[i]) - REAL_POINT / 2,
                        REAL_POINT,
                        REAL_POINT);
            }
        }
        target.setGlobalAlpha(1);
    }

    /** Draws the way of an image, with a ring at its start. */
    void drawTrail(GraphicsContext target, MapTransform at, List<MapPoint> trail, boolean chosen) {
        if (trail.size() < 2) {
            return;
        }
        target.setGlobalAlpha(chosen ? CHOSEN_TRAIL_OPACITY : TRAIL_OPACITY);
        target.setStroke(colors.of(trail.get(0).tile().row()));
        target.setLineWidth(1);
        target.beginPath();
        target.moveTo(at.screenX(trail.get(0).x()), at.screenY(trail.get(0).y()));
        trail.forEach(point -> target.lineTo(at.screenX(point.x()), at.screenY(point.y())));
        target.stroke();
        target.strokeOval(
                at.screenX(trail.get(0).x()) - 3, at.screenY(trail.get(0).y()) - 3, 6, 6);
        target.setGlobalAlpha(1);
    }

    /**
     * Returns the side of thumbnails in pixels, or that of points where thumbnails would hide each other.
     *
     * @param magnification zoom, 1 shows the whole map
     */
    static int side(int count, double magnification, double width, double height) {
        double side = Math.min(LARGE, SMALL * Math.sqrt(Math.max(1, magnification)));
        double visible = count / (magnification * magnification);
        return visible * side * side > CROWDED * width * height ? POINT : (int) side;
    }

    void drawImage(PixelSurface target, MapTransform at, Drawn drawn, int side, Frame frame) {
        int x = (int) Math.round(at.screenX(drawn.point().x()) - side / 2.0);
        int y = (int) Math.round(at.screenY(drawn.point().y()) - side / 2.0);
        int color = frame == Frame.CLASS
                ? colors.argbOf(drawn.point().tile().row())
                : palette.argbOf(frame == Frame.MARKED ? ChartColor.CHANGED : ChartColor.TEXT);
        int thickness = frame == Frame.CLASS ? 1 : 2;
        if (side > POINT && drawn.image().isPresent()) {
            target.frame(x, y, side, side, thickness, color);
            target.draw(drawn.image().get().block(), drawn.image().get().index(), x, y, side, side, Tint.plain());
        } else {
            target.fill(x - 1, y - 1, side + 2, side + 2, palette.argbOf(ChartColor.BACKGROUND));
            target.fill(x, y, side, side, color);
        }
    }

    /** Frame of an image. */
    enum Frame {
        CLASS,
        MARKED,
        SELECTED;

        static Frame of(Tile tile, Set<Tile> marked, Optional<Tile> selected) {
            if (selected.filter(tile::equals).isPresent()) {
                return SELECTED;
            }
            return marked.contains(tile) ? MARKED : CLASS;
        }
    }

    void drawLasso(GraphicsContext target, Lasso lasso) {
        double[] x =
                lasso.corners().stream().mapToDouble(corner -> corner.getX()).toArray();
        double[] y =
                lasso.corners().stream().mapToDouble(corner -> corner.getY()).toArray();
        Color line = palette.of(ChartColor.CHANGED);
        target.setFill(line.deriveColor(0, 1, 1, 0.15));
        target.fillPolygon(x, y, x.length);
        target.setStroke(line);
        target.setLineDashes(5, 4);
        target.strokePolygon(x, y, x.length);
        target.setLineDashes();
    }
}
