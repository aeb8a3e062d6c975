package org.dwastudio.ui.realimage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * Features of the shown images, computed while something needs them: one question at a time, and during a run, which is
 * slower meanwhile, at the intervals of {@link FeaturePace}. FX thread only.
 */
public final class ShownFeatures implements RunObserver {
    private final ImagesViewModel images;
    private final RealImagesViewModel real;
    private final Executor fxExecutor;
    private final LongSupplier nanoClock;
    private final ObservableMap<ColumnSlice, SliceFeatures> known = FXCollections.observableHashMap();
    private final FeatureStore store = new FeatureStore();
    private final Set<ColumnSlice> outdated = new LinkedHashSet<>();
    private final List<ObservableValue<Boolean>> needs = new ArrayList<>();
    private FeaturePace pace = new FeaturePace();
    private boolean running;
    private boolean asking;
    private boolean scheduled;
    private int run;

    public ShownFeatures(ImagesViewModel images, RealImagesViewModel real, Threads threads) {
        this.images = images;
        this.real = real;
        this.fxExecutor = threads.fx();
        this.nanoClock = threads.nanoClock();
        images.shown().addListener((MapChangeListener<ColumnSlice, ColumnImages>) this::imagesChanged);
    }

    /** Returns the features of the slices, of the shown images or, until those are computed, of earlier ones. */
    public ObservableMap<ColumnSlice, SliceFeatures> known() {
        return known;
    }

    /** Returns the features of one image, one row; empty until they are known. */
    public Optional<FeatureMatrix> of(Tile tile) {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().column() == tile.column()
                        && entry.getKey().firstClass() <= tile.row()
                        && tile.row()
                                < entry.getKey().firstClass()
                                        + entry.getValue().features().rows())
                .findFirst()
                .map(entry -> entry.getValue()
                        .features()
                        .select(tile.row() - entry.getKey().firstClass()));
    }

    /** Computes features while a value is true. */
    public void computeWhile(ObservableValue<Boolean> needed) {
        needs.add(needed);
        needed.subscribe(now -> {
            if (now) {
                schedule();
            }
        });
    }

    /** Returns true if the features of all shown images are known that a run has worked on. */
    public boolean isComplete() {
        return !images.shown().isEmpty()
                && images.shown().entrySet().stream()
                        .filter(entry -> isMade(entry.getValue()))
                        .allMatch(entry -> Optional.ofNullable(known.get(entry.getKey()))
                                .filter(features ->
                                        features.iteration() == entry.getValue().iteration())
                                .isPresent());
    }

    @Override
    public void onStart(Experiment experiment) {
        run++;
        running = true;
        pace = new FeaturePace();
        outdated.clear();
        known.clear();
        store.clear();
    }

    @Override
    public void onEvent(RunEvent event) {
        // Changes are observed through the images view model.
    }

    @Override
    public void onBatchEnd() {
        if (!images.isLookingBack()) {
            askIfDue();
        }
    }

    @Override
    public void onEnd() {
        running = false;
        schedule();
    }

    private void imagesChanged(MapChangeListener.Change<? extends ColumnSlice, ? extends ColumnImages> change) {
        if (change.wasAdded() && isMade(change.getValueAdded())) {
            outdated.add(change.getKey());
            if (!running || images.isLookingBack()) {
                schedule();
            }
        } else {
            outdated.remove(change.getKey());
            known.remove(change.getKey());
        }
    }

    /** Returns false for start images of columns that wait for their turn. */
    private static boolean isMade(ColumnImages images) {
        return images.state() != ColumnState.WAITING;
    }

    /** Asks after the current change of the grid, which consists of many slices. */
    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            fxExecutor.execute(() -> {
                scheduled = false;
                ask();
            });
        }
    }

    private void askIfDue() {
        if (!asking && !outdated.isEmpty() && isNeeded() && pace.isDue(nanoClock.getAsLong())) {
            ask();
        }
    }

    private boolean isNeeded() {
        return needs.stream().anyMatch(ObservableValue::getValue);
    }

    private void ask() {
        if (asking || !isNeeded()) {
            return;
        }
        takeStored();
        SliceBatch batch = SliceBatch.firstOf(askable());
        if (batch.isEmpty()) {
            return;
        }
        outdated.removeAll(Set.copyOf(batch.slices()));
        asking = true;
        pace.asked(nanoClock.getAsLong());
        int asked = run;
        real.features(batch.together())
                .whenCompleteAsync(
                        (features, failure) -> {
                            asking = false;
                            pace.answered(nanoClock.getAsLong());
                            if (features != null && asked == run) {
                                take(batch.split(features));
                            }
                            if (failure == null && (!running || images.isLookingBack())) {
                                ask();
                            }
                        },
                        fxExecutor);
    }

    private void takeStored() {
        for (ColumnSlice slice : List.copyOf(outdated)) {
            Optional<SliceFeatures> stored = Optional.ofNullable(images.shown().get(slice))
                    .flatMap(shown -> store.get(slice, shown.iteration()));
            stored.ifPresent(features -> {
                outdated.remove(slice);
                known.put(slice, features);
            });
        }
    }

    /** Returns the outdated images in full size; the teacher accepts images of one size only. */
    private Map<ColumnSlice, ColumnImages> askable() {
        Map<ColumnSlice, ColumnImages> askable = new LinkedHashMap<>();
        for (ColumnSlice slice : outdated) {
            ColumnImages shown = Objects.requireNonNull(images.shown().get(slice));
            if (!images.isReduced(new ImageRef(shown.images(), 0))) {
                askable.put(slice, shown);
            }
        }
        return askable;
    }

    private void take(Map<ColumnSlice, SliceFeatures> computed) {
        computed.forEach((slice, own) -> {
            store.put(slice, own);
            if (images.shown().containsKey(slice)) {
                known.put(slice, own);
            }
        });
    }

    /**
     * Computes the features of earlier images of the shown run, for which only one question is asked: those of further
     * images are computed by the next call.
     *
     * @return the features that are known now
     */
    public CompletionStage<Map<ColumnSlice, SliceFeatures>> ofEarlier(Map<ColumnSlice, ColumnImages> earlier) {
        Map<ColumnSlice, SliceFeatures> stored = new HashMap<>();
        Map<ColumnSlice, ColumnImages> missing = new HashMap<>();
        earlier.forEach((slice, own) -> store.get(slice, own.iteration())
                .ifPresentOrElse(features -> stored.put(slice, features), () -> missing.put(slice, own)));
        SliceBatch batch = SliceBatch.firstOf(missing);
        if (batch.isEmpty()) {
            return CompletableFuture.completedFuture(stored);
        }
        int asked = run;
        return real.features(batch.together())
                .thenApplyAsync(
                        features -> {
                            if (asked == run) {
                                Map<ColumnSlice, SliceFeatures> computed = batch.split(features);
                                computed.forEach(store::put);
                                stored.putAll(computed);
                            }
                            return stored;
                        },
                        fxExecutor);
    }
}
