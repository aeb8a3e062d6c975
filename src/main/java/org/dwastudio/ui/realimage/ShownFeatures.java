package org.dwastudio.ui.realimage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.fx.RateLimiter;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * Features of the shown images, computed while something needs them: one question at a time, of at most
 * {@value #MOST_IMAGES} images, and once a second during a run, whose speed they cost. FX thread only.
 */
public final class ShownFeatures implements RunObserver {
    /** Largest number of images of a question, unless a slice has more. */
    static final int MOST_IMAGES = 256;

    private static final long PACE_NANOS = 1_000_000_000L;

    private final ImagesViewModel images;
    private final RealImagesViewModel real;
    private final Executor fxExecutor;
    private final LongSupplier nanoClock;
    private final ObservableMap<ColumnSlice, SliceFeatures> known = FXCollections.observableHashMap();
    private final FeatureStore store = new FeatureStore();
    private final Set<ColumnSlice> outdated = new LinkedHashSet<>();
    private final List<ObservableValue<Boolean>> needs = new ArrayList<>();
    private RateLimiter pace = new RateLimiter(PACE_NANOS);
    private boolean running;
    private boolean asking;
    private boolean scheduled;
    private int run;

    /** Slices of a question, with their images as they were. */
    private record Question(List<ColumnSlice> slices, List<ColumnImages> images) {
    }

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

    /** Computes features while a value is true. */
    public void computeWhile(ObservableValue<Boolean> needed) {
        needs.add(needed);
        needed.subscribe(now -> {
            if (now) {
                schedule();
            }
        });
    }

    /** Returns true if the features of all shown images are known. */
    public boolean isComplete() {
        return !images.shown().isEmpty()
                && images.shown().entrySet().stream().allMatch(entry -> Optional.ofNullable(known.get(entry.getKey()))
                        .filter(features -> features.iteration() == entry.getValue().iteration())
                        .isPresent());
    }

    @Override
    public void onStart(Experiment experiment) {
        run++;
        running = true;
        pace = new RateLimiter(PACE_NANOS);
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
        if (change.wasAdded()) {
            outdated.add(change.getKey());
            if (!running || images.isLookingBack()) {
                schedule();
            }
        } else {
            outdated.remove(change.getKey());
            known.remove(change.getKey());
        }
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
        Question question = question();
        if (question.slices().isEmpty()) {
            return;
        }
        outdated.removeAll(Set.copyOf(question.slices()));
        asking = true;
        int asked = run;
        real.features(together(question.images()))
                .whenCompleteAsync(
                        (features, failure) -> {
                            asking = false;
                            if (features != null && asked == run) {
                                take(question, features);
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

    private Question question() {
        List<ColumnSlice> slices = new ArrayList<>();
        List<ColumnImages> asked = new ArrayList<>();
        int count = 0;
        for (ColumnSlice slice : outdated) {
            ColumnImages shown = Objects.requireNonNull(images.shown().get(slice));
            boolean fits = slices.isEmpty() || count + shown.images().count() <= MOST_IMAGES;
            // The teacher accepts images of one size only.
            if (fits && !images.isReduced(new ImageRef(shown.images(), 0))) {
                slices.add(slice);
                asked.add(shown);
                count += shown.images().count();
            }
        }
        return new Question(slices, asked);
    }

    private static ImageBatch together(List<ColumnImages> slices) {
        ImageBatch first = slices.get(0).images();
        int size = first.bytes().length / first.count();
        int count = slices.stream().mapToInt(slice -> slice.images().count()).sum();
        byte[] bytes = new byte[count * size];
        int at = 0;
        for (ColumnImages slice : slices) {
            byte[] own = slice.images().bytes();
            System.arraycopy(own, 0, bytes, at, own.length);
            at += own.length;
        }
        return new ImageBatch(count, first.height(), first.width(), first.channels(), bytes);
    }

    private void take(Question question, FeatureMatrix features) {
        int from = 0;
        for (int i = 0; i < question.slices().size(); i++) {
            ColumnSlice slice = question.slices().get(i);
            ColumnImages asked = question.images().get(i);
            int count = asked.images().count();
            SliceFeatures own = new SliceFeatures(
                    asked.iteration(),
                    features.select(IntStream.range(from, from + count).toArray()));
            from += count;
            store.put(slice, own);
            if (images.shown().containsKey(slice)) {
                known.put(slice, own);
            }
        }
    }
}
