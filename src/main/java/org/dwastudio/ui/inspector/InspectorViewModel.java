package org.dwastudio.ui.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.fx.RateLimiter;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * View model of the selected image and the prediction of the run's teacher for it. A prediction is requested when another image is
 * selected, and at most twice a second while the image changes; one request at a time. FX thread only.
 */
public final class InspectorViewModel implements RunObserver {
    private static final long PACE_NANOS = 500_000_000L;
    private static final int MOST_GUESSES = 5;

    private final Engine engine;
    private final Executor fxExecutor;
    private final LongSupplier nanoClock;
    private final ImagesViewModel images;
    private final Map<Tile, KnownPrediction> known = new HashMap<>();
    private TeacherConfig teacher;
    private final ReadOnlyObjectWrapper<Optional<ImageRef>> image =
            new ReadOnlyObjectWrapper<>(this, "image", Optional.empty());
    private final ReadOnlyObjectWrapper<List<ClassProbability>> guesses =
            new ReadOnlyObjectWrapper<>(this, "guesses", List.of());
    private RateLimiter pace = new RateLimiter(PACE_NANOS);
    private boolean outdated;
    private boolean asking;
    private boolean runOver = true;
    private int selection;

    /** The teacher's most probable class for an image after some iterations. */
    private record KnownPrediction(int iteration, ClassProbability prediction) {}

    public InspectorViewModel(
            Engine engine,
            Executor fxExecutor,
            LongSupplier nanoClock,
            ImagesViewModel images,
            ParametersViewModel parameters) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.nanoClock = nanoClock;
        this.images = images;
        teacher = parameters.experiment().teacher();
        images.selectedProperty().subscribe(this::select);
        images.shown().addListener((MapChangeListener<ColumnSlice, ColumnImages>) this::imageChanged);
    }

    /** Returns the newest version of the selected image. */
    public ReadOnlyObjectProperty<Optional<ImageRef>> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** Returns the teacher's predicted classes, most probable first; empty until the prediction is available. */
    public ReadOnlyObjectProperty<List<ClassProbability>> guessesProperty() {
        return guesses.getReadOnlyProperty();
    }

    /** Returns the teacher's most probable class for an image, if the teacher was asked about this version of it. */
    public Optional<ClassProbability> knownPrediction(Tile tile) {
        Optional<Integer> iteration = images.columnAt(tile).map(ColumnImages::iteration);
        return Optional.ofNullable(known.get(tile))
                .filter(answer -> iteration.equals(Optional.of(answer.iteration())))
                .map(KnownPrediction::prediction);
    }

    /** Returns the teacher of the shown run. */
    TeacherConfig teacher() {
        return teacher;
    }

    /** Returns the initial image of the selected tile. */
    public Optional<ImageRef> startImage() {
        return selected().flatMap(images::startAt);
    }

    /** Returns the number of pixel steps made on the selected image. */
    public int iteration() {
        return selected().flatMap(images::columnAt).map(ColumnImages::iteration).orElse(0);
    }

    @Override
    public void onStart(Experiment experiment) {
        teacher = experiment.teacher();
        guesses.set(List.of());
        known.clear();
        runOver = false;
    }

    @Override
    public void onEvent(RunEvent event) {
        // Changes are observed through the images view model.
    }

    @Override
    public void onBatchEnd() {
        if (outdated && !asking && pace.isDue(nanoClock.getAsLong())) {
            ask();
        }
    }

    /** Requests a final prediction if the shown one is outdated, as no further updates follow. */
    @Override
    public void onEnd() {
        runOver = true;
        if (outdated && !asking) {
            ask();
        }
    }

    private Optional<Tile> selected() {
        return Optional.ofNullable(images.selectedProperty().get());
    }

    private void select(Tile tile) {
        selection++;
        guesses.set(List.of());
        image.set(Optional.ofNullable(tile).flatMap(images::imageAt));
        outdated = image.get().isPresent();
        pace = new RateLimiter(PACE_NANOS);
        if (outdated && !asking) {
            pace.isDue(nanoClock.getAsLong());
            ask();
        }
    }

    private void imageChanged(MapChangeListener.Change<? extends ColumnSlice, ? extends ColumnImages> change) {
        Optional<Tile> tile = selected();
        if (tile.isPresent() && tile.get().column() == change.getKey().column()) {
            image.set(images.imageAt(tile.get()));
            outdated = image.get().isPresent();
            if (runOver && outdated && !asking) {
                // No event of the run follows that would ask.
                ask();
            }
        }
    }

    private void ask() {
        ImageBatch block = image.get().orElseThrow().alone();
        int asked = selection;
        Tile tile = selected().orElseThrow();
        int iteration = iteration();
        outdated = false;
        if (images.isReduced(image.get().orElseThrow())) {
            // The teacher accepts images of one size only.
            guesses.set(List.of());
            return;
        }
        asking = true;
        CompletionStage<List<ClassProbability>> answer = engine.teachers().predict(teacher, block);
        int run = images.layoutProperty().get().run();
        answer.whenCompleteAsync(
                (classes, failure) -> {
                    if (classes != null
                            && !classes.isEmpty()
                            && run == images.layoutProperty().get().run()) {
                        known.put(tile, new KnownPrediction(iteration, classes.get(0)));
                    }
                    show(asked, classes);
                },
                fxExecutor);
    }

    /** Shows a prediction. A failed request shows none; the teacher card already reports the cause. */
    private void show(int asked, List<ClassProbability> answer) {
        asking = false;
        if (asked == selection && answer != null) {
            guesses.set(answer.stream().limit(MOST_GUESSES).toList());
        }
        if (runOver) {
            onEnd();
        } else {
            onBatchEnd();
        }
    }
}
