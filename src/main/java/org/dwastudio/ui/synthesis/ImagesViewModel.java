package org.dwastudio.ui.synthesis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.ImagesChanged;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunEvent.StageStarted;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.stage.RunObserver;

/**
 * Images of the run: the newest ones, or those of an earlier iteration, and the initial ones; downscaled if all of them
 * would not fit into memory. FX thread only.
 */
public final class ImagesViewModel implements RunObserver {
    private final ReadOnlyObjectWrapper<GridLayout> layout =
            new ReadOnlyObjectWrapper<>(this, "layout", new GridLayout(0, List.of(), 0, 1, 1, 1));
    private final Map<ColumnSlice, ColumnImages> newest = new HashMap<>();
    private final ObservableMap<ColumnSlice, ColumnImages> shown = FXCollections.observableHashMap();
    private final Map<ColumnSlice, ImageBatch> started = new HashMap<>();
    private final ReadOnlyObjectWrapper<OptionalInt> followed =
            new ReadOnlyObjectWrapper<>(this, "followed", OptionalInt.empty());
    private final Set<ColumnSlice> running = new HashSet<>();
    private final TileContents contents = new TileContents();
    private final ObjectProperty<Tile> selected = new SimpleObjectProperty<>(this, "selected");
    private final ShownClasses classes = new ShownClasses();
    private List<String> classNames = List.of();
    private int wantedColumns;
    private Optional<ThumbnailScaler> reduction = Optional.empty();
    private Optional<ImagesChanged> lastSeen = Optional.empty();
    private boolean lookingBack;
    private final ReadOnlyIntegerWrapper knownStarts = new ReadOnlyIntegerWrapper(this, "knownStarts");

    public ImagesViewModel() {
        layout.subscribe(now -> classes.setNames(now.classNames()));
    }

    /** Returns the classes that are shown, and their order. */
    public ShownClasses classes() {
        return classes;
    }

    /** Returns the labels of the classes that are shown. */
    public ObjectProperty<Set<Integer>> visibleClassesProperty() {
        return classes.visibleProperty();
    }

    /** Returns the grid's layout; a change clears the grid. */
    public ReadOnlyObjectProperty<GridLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** Returns the images shown in the grid. */
    public ObservableMap<ColumnSlice, ColumnImages> shown() {
        return shown;
    }

    /** Returns whether images of an earlier iteration are shown. */
    public boolean isLookingBack() {
        return lookingBack;
    }

    /** Shows images of an earlier iteration, until {@link #showNewest()}; columns without such images stay as they are. */
    public void showEarlier(Map<ColumnSlice, ColumnImages> earlier) {
        lookingBack = true;
        newest.forEach((slice, images) -> {
            if (!earlier.containsKey(slice)) {
                shown.put(slice, images);
            }
        });
        earlier.forEach((slice, images) -> {
            if (newest.containsKey(slice)) {
                ThumbnailScaler scaler = reduction.orElse(ThumbnailScaler.NONE);
                ColumnState state = Objects.requireNonNull(newest.get(slice)).state();
                shown.put(slice, new ColumnImages(scaler.of(images.images()), state, images.iteration()));
            }
        });
    }

    /** Shows the newest images, from now on too. */
    public void showNewest() {
        if (lookingBack) {
            lookingBack = false;
            shown.putAll(newest);
        }
    }

    /** Returns the column that the active run has come to; empty while several columns run at once. */
    public ReadOnlyObjectProperty<OptionalInt> followedProperty() {
        return followed.getReadOnlyProperty();
    }

    /** Returns what the tiles show. */
    public TileContents contents() {
        return contents;
    }

    /** Returns the start images of a slice, as the grid shows them; empty if they are not known. */
    public Optional<ImageBatch> startOf(ColumnSlice slice) {
        return Optional.ofNullable(started.get(slice));
    }

    /** Returns the number of slices whose start images were added from the run folder. */
    public ReadOnlyIntegerProperty knownStartsProperty() {
        return knownStarts.getReadOnlyProperty();
    }

    /** Adds start images that the run has stored, where they are not known. */
    public void completeStarts(Map<ColumnSlice, ColumnImages> stored) {
        ThumbnailScaler scaler = reduction.orElse(ThumbnailScaler.NONE);
        stored.forEach((slice, images) -> {
            if (images.iteration() == 0 && newest.containsKey(slice)) {
                started.computeIfAbsent(slice, missing -> scaler.of(images.images()));
            }
        });
        knownStarts.set(started.size());
    }

    /** Returns the property of the tile shown in the inspector; its value is null while none is selected. */
    public ObjectProperty<Tile> selectedProperty() {
        return selected;
    }

    /** Shows the empty grid of the expected images before the first run. */
    public void preview(DatasetSummary dataset, int columns) {
        if (layout.get().run() == 0) {
            classNames = dataset.classNames();
            layout.set(new GridLayout(
                    0, classNames, columns, dataset.imageSize(), dataset.imageSize(), dataset.channels()));
        }
    }

    /** Removes the last run's images. */
    public void clear() {
        forgetImages();
        selected.set(null);
        layout.set(new GridLayout(0, List.of(), 0, 1, 1, 1));
    }

    /** Returns the newest image of a tile, in full size if it belongs to the last received images. */
    public Optional<ImageRef> imageAt(Tile tile) {
        Optional<ImageRef> whole = lastSeen.filter(images -> new ColumnSlice(images.column(), images.firstClass())
                        .holds(tile, images.images().count()))
                .map(images -> new ImageRef(images.images(), tile.row() - images.firstClass()));
        return lookingBack ? keptAt(tile) : whole.or(() -> keptAt(tile));
    }

    /** Returns true if an image is a downscaled version of the run's image. */
    public boolean isReduced(ImageRef image) {
        return reduction.isPresent()
                && reduction.get().factor() > 1
                && image.block().height() == layout.get().height();
    }

    private Optional<ImageRef> keptAt(Tile tile) {
        return sliceOf(tile)
                .map(slice -> new ImageRef(
                        Objects.requireNonNull(shown.get(slice)).images(), tile.row() - slice.firstClass()));
    }

    /** Returns the initial image of a tile. */
    public Optional<ImageRef> startAt(Tile tile) {
        return sliceOf(tile)
                .filter(started::containsKey)
                .map(slice ->
                        new ImageRef(Objects.requireNonNull(started.get(slice)), tile.row() - slice.firstClass()));
    }

    /** Returns the shown images of a tile's column, with state and iteration. */
    public Optional<ColumnImages> columnAt(Tile tile) {
        return sliceOf(tile).map(shown::get);
    }

    @Override
    public void onStart(Experiment experiment) {
        forgetImages();
        reduction = Optional.empty();
        wantedColumns = experiment.synthesis().imagesPerClass();
        layout.set(new GridLayout(
                layout.get().run() + 1,
                classNames,
                classNames.isEmpty() ? 0 : wantedColumns,
                layout.get().height(),
                layout.get().width(),
                layout.get().channels()));
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof StageStarted start) {
            classNames = start.classNames();
        } else if (event instanceof Progress progress) {
            wantedColumns = progress.units();
            // The grid grows when images of new columns arrive, but removed columns must disappear at once.
            if (progress.units() < layout.get().columns()) {
                newest.keySet().removeIf(slice -> slice.column() >= progress.units());
                shown.keySet().removeIf(slice -> slice.column() >= progress.units());
                lastSeen = lastSeen.filter(images -> images.column() < progress.units());
                layout.set(layout.get().withColumns(progress.units()));
            }
        } else if (event instanceof ImagesChanged images) {
            show(images);
        }
    }

    /** Takes the mark of columns that were still running. */
    @Override
    public void onEnd() {
        stopFollowing();
        List.copyOf(newest.entrySet()).stream()
                .filter(entry -> entry.getValue().state() == ColumnState.RUNNING)
                .forEach(entry -> put(entry.getKey(), entry.getValue().withState(ColumnState.STOPPED)));
    }

    private void forgetImages() {
        lookingBack = false;
        knownStarts.set(0);
        newest.clear();
        shown.clear();
        started.clear();
        lastSeen = Optional.empty();
        stopFollowing();
    }

    private void put(ColumnSlice slice, ColumnImages images) {
        newest.put(slice, images);
        if (!lookingBack || !shown.containsKey(slice)) {
            shown.put(slice, images);
        }
    }

    private void show(ImagesChanged changed) {
        int columns = Math.max(Math.max(wantedColumns, layout.get().columns()), changed.column() + 1);
        if (reduction.isEmpty()) {
            reduction = Optional.of(ThumbnailScaler.of(classNames.size(), columns, changed.images()));
        }
        lastSeen = Optional.of(changed);
        ImageBatch block = reduction.get().of(changed.images());
        GridLayout needed = new GridLayout(
                layout.get().run(), classNames, columns, block.height(), block.width(), block.channels());
        if (!needed.equals(layout.get())) {
            layout.set(needed);
        }
        ColumnSlice slice = new ColumnSlice(changed.column(), changed.firstClass());
        if (changed.iteration() == 0) {
            started.put(slice, block);
        }
        put(slice, new ColumnImages(block, changed.state(), changed.iteration()));
        follow(slice, changed.state());
    }

    private void follow(ColumnSlice slice, ColumnState state) {
        if (state == ColumnState.WAITING) {
            return;
        }
        if (state == ColumnState.RUNNING) {
            running.add(slice);
        } else {
            running.remove(slice);
        }
        long others = running.stream()
                .filter(other -> other.column() != slice.column())
                .count();
        followed.set(others == 0 ? OptionalInt.of(slice.column()) : OptionalInt.empty());
    }

    private void stopFollowing() {
        running.clear();
        followed.set(OptionalInt.empty());
    }

    private Optional<ColumnSlice> sliceOf(Tile tile) {
        return shown.entrySet().stream()
                .filter(entry ->
                        entry.getKey().holds(tile, entry.getValue().images().count()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
