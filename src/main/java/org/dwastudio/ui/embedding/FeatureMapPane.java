package org.dwastudio.ui.embedding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.selection.ImageSelection;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Map of features that draws itself: real images as quiet points, distilled images as thumbnails with their trails.
 * FX thread only.
 */
final class FeatureMapPane extends Region {
    private static final double MARGIN = 34;
    private static final int MOST_TRAILS = 400;
    private static final double MOST_ZOOM = 60;
    private static final double REACH = 14;

    private final EmbeddingViewModel model;
    private final ImagesViewModel images;
    private final ImageSelection selection;
    private final MapLayers layers;
    private final ThemeColors palette = new ThemeColors(this::redrawAll);
    private final MapPainter painter = new MapPainter(palette);
    private final Canvas back = new Canvas();
    private final ImageView middle = new ImageView();
    private final Canvas front = new Canvas();
    private final PulseThrottle repaint = new PulseThrottle(this::paint);
    private Optional<PixelSurface> surface = Optional.empty();
    private Optional<Lasso> lasso = Optional.empty();
    private MapTransform whole = new MapTransform(1, 0, 0);
    private MapTransform transform = whole;
    private boolean moved;
    private List<MapPoint> points = List.of();
    private int pointsVersion = -1;

    FeatureMapPane(
            EmbeddingViewModel model,
            ImagesViewModel images,
            ImageSelection selection,
            MapLayers layers,
            Disposables lifetime) {
        this.model = model;
        this.images = images;
        this.selection = selection;
        this.layers = layers;
        getStyleClass().add("feature-map");
        setFocusTraversable(true);
        setMinSize(0, 0);
        middle.setSmooth(false);
        getChildren().addAll(palette, back, middle, front);
        lifetime.follow(model.versionProperty(), version -> redrawAll());
        lifetime.follow(model.kindProperty(), kind -> fit());
        lifetime.follow(model.classesProperty(), classes -> redrawAll());
        lifetime.follow(layers.realImagesProperty(), shown -> redrawAll());
        lifetime.follow(layers.trailsProperty(), shown -> redrawAll());
        lifetime.follow(layers.thumbnailsProperty(), shown -> redrawAll());
        lifetime.follow(selection.markedProperty(), marked -> repaint.request());
        lifetime.follow(selection.hoveredProperty(), hovered -> repaint.request());
        lifetime.follow(images.selectedProperty(), selected -> repaint.request());
    }

    private void redrawAll() {
        repaint.request();
    }

    /** Shows the whole map. */
    void fit() {
        moved = false;
        repaint.request();
    }

    void zoom(double factor, double aroundX, double aroundY) {
        double next = Math.max(0.5, Math.min(MOST_ZOOM, magnification() * factor));
        transform = transform.zoomed(next / magnification(), aroundX, aroundY);
        moved = true;
        repaint.request();
    }

    void pan(double byX, double byY) {
        transform = transform.panned(byX, byY);
        moved = true;
        repaint.request();
    }

    private double magnification() {
        return transform.scale() / whole.scale();
    }

    /** Returns the distilled image at a place of the screen, or the nearest one within reach. */
    Optional<Tile> tileAt(double x, double y) {
        double reach = Math.max(REACH, side() / 2.0 + 2);
        MapPoint nearest = null;
        double best = reach * reach;
        for (MapPoint point : visiblePoints()) {
            double dx = transform.screenX(point.x()) - x;
            double dy = transform.screenY(point.y()) - y;
            if (dx * dx + dy * dy <= best) {
                best = dx * dx + dy * dy;
                nearest = point;
            }
        }
        return Optional.ofNullable(nearest).map(MapPoint::tile);
    }

    /** Returns the nearest distilled image in a direction from another one; the first one if there is no other. */
    Optional<Tile> neighbor(Optional<Tile> from, int toRight, int down) {
        List<MapPoint> all = visiblePoints();
        Optional<MapPoint> start = from.flatMap(
                tile -> all.stream().filter(point -> point.tile().equals(tile)).findFirst());
        if (start.isEmpty()) {
            return all.stream().map(MapPoint::tile).findFirst();
        }
        Tile best = null;
        double least = Double.POSITIVE_INFINITY;
        for (MapPoint point : all) {
            double ahead = transform.scale()
                    * ((point.x() - start.get().x()) * toRight
                            - (point.y() - start.get().y()) * down);
            double across = transform.scale()
                    * Math.abs((point.x() - start.get().x()) * down
                            + (point.y() - start.get().y()) * toRight);
            if (ahead > 0 && ahead + 2 * across < least) {
                least = ahead + 2 * across;
                best = point.tile();
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the place of an image on the screen. */
    Optional<double[]> placeOf(Tile tile) {
        return points.stream()
                .filter(point -> point.tile().equals(tile))
                .findFirst()
                .map(point -> new double[] {transform.screenX(point.x()), transform.screenY(point.y())});
    }

    /** Shows a lasso that is being drawn, or none. */
    void showLasso(Optional<Lasso> drawn) {
        lasso = drawn;
        repaint.request();
    }

    /** Returns the images in a lasso. */
    Set<Tile> within(Lasso drawn) {
        return visiblePoints().stream()
                .filter(point -> drawn.contains(transform.screenX(point.x()), transform.screenY(point.y())))
                .map(MapPoint::tile)
                .collect(Collectors.toSet());
    }

    private List<MapPoint> visiblePoints() {
        return points.stream().filter(point -> model.shows(point.tile().row())).toList();
    }

    private int side() {
        return layers.thumbnailsProperty().get()
                ? MapPainter.side(points.size(), magnification(), getWidth(), getHeight())
                : MapPainter.POINT;
    }

    @Override
    protected void layoutChildren() {
        back.setWidth(getWidth());
        back.setHeight(getHeight());
        front.setWidth(getWidth());
        front.setHeight(getHeight());
        surface = Optional.empty();
        repaint.request();
    }

    private void paint() {
        double width = getWidth();
        double height = getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        if (pointsVersion != model.versionProperty().get()) {
            pointsVersion = model.versionProperty().get();
            points = model.points();
        }
        Optional<Plane> real = model.realPlaces();
        whole = MapTransform.fitting(real.stream().toList(), width, height, MARGIN);
        if (!moved) {
            transform = whole;
        }
        GraphicsContext behind = back.getGraphicsContext2D();
        behind.clearRect(0, 0, width, height);
        if (layers.realImagesProperty().get() && real.isPresent()) {
            int[] labels =
                    model.mapProperty().get().value().orElseThrow().sample().labels();
            painter.drawReal(behind, transform, real.get(), labels, model);
        }
        List<MapPoint> visible = visiblePoints();
        drawTrails(behind, visible);
        drawImages(visible, (int) width, (int) height);
        front.getGraphicsContext2D().clearRect(0, 0, width, height);
        lasso.ifPresent(drawn -> painter.drawLasso(front.getGraphicsContext2D(), drawn));
    }

    private void drawTrails(GraphicsContext target, List<MapPoint> visible) {
        if (layers.trailsProperty().get()) {
            Set<Tile> chosen = new HashSet<>(selection.markedProperty().get());
            selection.hoveredProperty().get().ifPresent(chosen::add);
            Optional.ofNullable(images.selectedProperty().get()).ifPresent(chosen::add);
            visible.stream()
                    .filter(point -> visible.size() <= MOST_TRAILS || chosen.contains(point.tile()))
                    .forEach(point -> painter.drawTrail(
                            target, transform, model.trail(point.tile()), chosen.contains(point.tile())));
        }
    }

    private void drawImages(List<MapPoint> visible, int width, int height) {
        PixelSurface target = surface.orElseGet(() -> new PixelSurface(width, height));
        surface = Optional.of(target);
        target.clear(0);
        int side = side();
        Set<Tile> marked = selection.markedProperty().get();
        Optional<Tile> selected = selection
                .hoveredProperty()
                .get()
                .or(() -> Optional.ofNullable(images.selectedProperty().get()));
        List<MapPoint> onScreen =
                visible.stream().filter(point -> isOnScreen(point, side)).toList();
        for (MapPainter.Frame frame : MapPainter.Frame.values()) {
            for (MapPoint point : onScreen) {
                if (MapPainter.Frame.of(point.tile(), marked, selected) == frame) {
                    painter.drawImage(
                            target,
                            transform,
                            new MapPainter.Drawn(
                                    point, side > MapPainter.POINT ? images.imageAt(point.tile()) : Optional.empty()),
                            side,
                            frame);
                }
            }
        }
        target.show(0, 0, width, height);
        middle.setImage(target.image());
    }

    private boolean isOnScreen(MapPoint point, int side) {
        double x = transform.screenX(point.x());
        double y = transform.screenY(point.y());
        return x > -side && x < getWidth() + side && y > -side && y < getHeight() + side;
    }
}
