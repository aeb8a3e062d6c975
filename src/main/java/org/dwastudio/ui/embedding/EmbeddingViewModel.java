package org.dwastudio.ui.embedding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.MapChangeListener;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.synthesis.ColumnSlice;

/**
 * View model of the map of features: real images are placed once, the shown distilled images whenever their features
 * change. FX thread only.
 */
public final class EmbeddingViewModel {
    /** Places of a trail: the images are jittered, and all of their places would be a tangle. */
    private static final int MOST_STOPS = 9;

    private final RealImagesViewModel real;
    private final ShownFeatures features;
    private final Threads threads;
    private final Notices notices;
    private final TsneViewModel tsne;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ObjectProperty<MapKind> kind = new SimpleObjectProperty<>(this, "kind", MapKind.PCA);
    private final ReadOnlyObjectWrapper<LoadState<FeatureMap>> map =
            new ReadOnlyObjectWrapper<>(this, "map", LoadState.waiting());
    private final ObjectProperty<Set<Integer>> classes = new SimpleObjectProperty<>(this, "classes", Set.of());
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final Map<ColumnSlice, NavigableMap<Integer, Plane>> paths = new HashMap<>();
    private final Map<ColumnSlice, Integer> places = new HashMap<>();
    private Optional<RealSet> fitting = Optional.empty();

    /** Creates the view model of a hidden map. */
    public EmbeddingViewModel(RealImagesViewModel real, ShownFeatures features, Threads threads, Notices notices) {
        this.real = real;
        this.features = features;
        this.threads = threads;
        this.notices = notices;
        tsne = new TsneViewModel(threads, notices);
        features.computeWhile(shown);
        real.setProperty().subscribe(set -> fit());
        shown.subscribe(now -> {
            if (now) {
                real.request();
                fit();
            }
        });
        kind.subscribe(now -> changed());
        tsne.fitProperty().subscribe(fit -> changed());
        features.known().addListener((MapChangeListener<ColumnSlice, SliceFeatures>) this::featuresChanged);
    }

    /** Returns whether the map is shown; features are computed only then. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the kind of the map. */
    public ObjectProperty<MapKind> kindProperty() {
        return kind;
    }

    /** Returns the map of principal components, once it is fitted. */
    public ReadOnlyObjectProperty<LoadState<FeatureMap>> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** Returns the labels of the only classes that are shown; empty shows all. */
    public ObjectProperty<Set<Integer>> classesProperty() {
        return classes;
    }

    /** Returns a number that grows whenever something is placed again. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Returns t-SNE. */
    public TsneViewModel tsne() {
        return tsne;
    }

    /** Fits t-SNE on the shown images. */
    public void startTsne() {
        map.get().value().ifPresent(known -> tsne.start(known, features.known()));
    }

    /** Returns true if the map of t-SNE shows images other than the grid. */
    public boolean isTsneOutdated() {
        return tsne.fitProperty()
                .get()
                .filter(fit -> !fit.isOf(features.known()))
                .isPresent();
    }

    /** Returns the places of the real images; empty before they are known. */
    public Optional<Plane> realPlaces() {
        return kind.get() == MapKind.PCA
                ? map.get().value().map(FeatureMap::real)
                : tsne.fitProperty().get().map(TsneFit::real);
    }

    /** Returns the places of the distilled images. */
    public List<MapPoint> points() {
        List<MapPoint> points = new ArrayList<>();
        if (kind.get() == MapKind.PCA) {
            places.forEach((slice, iteration) -> addTo(points, slice, placesOf(slice, iteration)));
        } else {
            tsne.fitProperty().get().ifPresent(fit -> fit.distilled()
                    .forEach((slice, plane) -> addTo(points, slice, plane)));
        }
        return points;
    }

    private Plane placesOf(ColumnSlice slice, int iteration) {
        return Optional.ofNullable(paths.get(slice))
                .map(path -> path.get(iteration))
                .orElseThrow();
    }

    private static void addTo(List<MapPoint> points, ColumnSlice slice, Plane plane) {
        for (int i = 0; i < plane.x().length; i++) {
            points.add(new MapPoint(new Tile(slice.firstClass() + i, slice.column()), plane.x()[i], plane.y()[i]));
        }
    }

    /**
     * Returns the places of an image at up to {@value #MOST_STOPS} known iterations up to the shown one, the earliest
     * first; empty in t-SNE.
     */
    public List<MapPoint> trail(Tile tile) {
        if (kind.get() == MapKind.TSNE) {
            return List.of();
        }
        return places.entrySet().stream()
                .filter(entry -> holds(entry.getKey(), tile))
                .findFirst()
                .map(entry -> trail(entry.getKey(), entry.getValue(), tile))
                .orElse(List.of());
    }

    private List<MapPoint> trail(ColumnSlice slice, int iteration, Tile tile) {
        int row = tile.row() - slice.firstClass();
        List<Plane> known = Optional.ofNullable(paths.get(slice))
                .map(path -> List.copyOf(path.headMap(iteration, true).values()))
                .orElse(List.of());
        int stops = Math.min(MOST_STOPS, known.size());
        return IntStream.range(0, stops)
                .mapToObj(stop -> known.get(stops == 1 ? 0 : stop * (known.size() - 1) / (stops - 1)))
                .map(plane -> new MapPoint(tile, plane.x()[row], plane.y()[row]))
                .toList();
    }

    private boolean holds(ColumnSlice slice, Tile tile) {
        return slice.column() == tile.column()
                && slice.firstClass() <= tile.row()
                && Optional.ofNullable(features.known().get(slice))
                        .filter(known -> tile.row()
                                < slice.firstClass() + known.features().rows())
                        .isPresent();
    }

    /** Adds the places of images at another iteration to the trails. */
    void addEarlier(Map<ColumnSlice, SliceFeatures> earlier) {
        map.get().value().ifPresent(known -> earlier.forEach((slice, own) -> place(known, slice, own)));
        changed();
    }

    /** Returns true if an image of a class is shown. */
    public boolean shows(int label) {
        return classes.get().isEmpty() || classes.get().contains(label);
    }

    /** Shows one class only; the class that is shown alone makes all of them visible. */
    public void showOnly(int label) {
        classes.set(classes.get().equals(Set.of(label)) ? Set.of() : Set.of(label));
    }

    /** Returns the number of real images on the map, by class. */
    public Map<Integer, Long> realCounts() {
        return map.get().value().stream()
                .flatMapToInt(known -> IntStream.of(known.sample().labels()))
                .boxed()
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    }

    private void featuresChanged(MapChangeListener.Change<? extends ColumnSlice, ? extends SliceFeatures> change) {
        ColumnSlice slice = change.getKey();
        if (change.wasAdded()) {
            SliceFeatures own = change.getValueAdded();
            map.get().value().ifPresent(known -> {
                place(known, slice, own);
                places.put(slice, own.iteration());
            });
        } else {
            paths.remove(slice);
            places.remove(slice);
            if (features.known().isEmpty()) {
                tsne.forget();
            }
        }
        changed();
    }

    private void place(FeatureMap known, ColumnSlice slice, SliceFeatures own) {
        paths.computeIfAbsent(slice, missing -> new TreeMap<>())
                .computeIfAbsent(own.iteration(), missing -> known.project(own.features()));
    }

    private void fit() {
        Optional<RealSet> set = real.setProperty().get().value();
        if (set.isEmpty()) {
            fitting = Optional.empty();
            map.set(LoadState.waiting());
            paths.clear();
            places.clear();
            tsne.forget();
            changed();
        } else if (shown.get() && map.get().value().isEmpty() && !fitting.equals(set)) {
            fitting = set;
            BackgroundTask.of(() -> FeatureMap.of(set.get()))
                    .onSuccess(fitted -> end(set, () -> take(fitted)))
                    .onFailure(failure -> end(set, () -> {
                        map.set(LoadState.failed());
                        notices.addFailure("embedding.failed", failure);
                    }))
                    .start(threads);
        }
    }

    /** Drops the map, or the failure, of real images that are no longer shown: they are closed meanwhile. */
    private void end(Optional<RealSet> of, Runnable result) {
        if (fitting.equals(of)) {
            fitting = Optional.empty();
            result.run();
        }
    }

    private void take(FeatureMap fitted) {
        map.set(LoadState.of(fitted));
        features.known().forEach((slice, own) -> {
            place(fitted, slice, own);
            places.put(slice, own.iteration());
        });
        changed();
    }

    private void changed() {
        version.set(version.get() + 1);
    }
}
