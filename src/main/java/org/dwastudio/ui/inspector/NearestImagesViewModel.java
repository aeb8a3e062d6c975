package org.dwastudio.ui.inspector;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.stage.inspection.NearestReal;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.RateLimiter;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * View model of the real images that are nearest to the selected image. They are searched in the background, once the
 * features of the real images are known: one request at a time, once a second during a run. FX thread only.
 */
public final class NearestImagesViewModel {
    private static final long PACE_NANOS = 1_000_000_000L;

    /** Largest difference of a pixel that is due to rounding. */
    private static final int ROUNDING = 1;

    private final InspectorViewModel inspector;
    private final ImagesViewModel images;
    private final RealImagesViewModel real;
    private final Rules rules;
    private final Threads threads;
    private final Executor rested;
    private Optional<Question> newest = Optional.empty();
    private final RateLimiter pace = new RateLimiter(PACE_NANOS);
    private final LatestRequest<Question, NearestImages> request;
    private final ReadOnlyObjectWrapper<Optional<NearestImages>> nearest =
            new ReadOnlyObjectWrapper<>(this, "nearest", Optional.empty());

    /**
     * Rules for the computation.
     *
     * @param resting whether no steps are made
     * @param automatic whether the dataset is so small that the features of the real images are computed unasked
     * @param delay time that an image stays selected and unchanged before anything is searched
     */
    public record Rules(ObservableValue<Boolean> resting, ObservableValue<Boolean> automatic, Duration delay) {}

    private record Question(RealSet set, Tile tile, ImageBatch image, Optional<ImageBatch> start) {}

    public NearestImagesViewModel(
            InspectorViewModel inspector,
            ImagesViewModel images,
            RealImagesViewModel real,
            Rules rules,
            Threads threads) {
        this.inspector = inspector;
        this.images = images;
        this.real = real;
        this.rules = rules;
        this.threads = threads;
        rested = Rest.of(rules.delay(), threads.background());
        request = new LatestRequest<>(this::search, threads.fx(), nearest::set);
        images.selectedProperty().subscribe(tile -> begin());
        inspector.imageProperty().subscribe((old, now) -> changed());
        images.knownStartsProperty().subscribe((old, now) -> changed());
        real.setProperty().subscribe((old, now) -> ask());
        rules.resting().subscribe((old, now) -> {
            requestUnasked();
            changed();
        });
    }

    /** Returns the nearest images; empty until they are found. */
    public ReadOnlyObjectProperty<Optional<NearestImages>> nearestProperty() {
        return nearest.getReadOnlyProperty();
    }

    private void begin() {
        nearest.set(Optional.empty());
        requestUnasked();
        ask();
    }

    private void requestUnasked() {
        boolean isSelected = images.selectedProperty().get() != null;
        boolean failed = real.setProperty().get().isFailed();
        if (isSelected
                && !failed
                && rules.automatic().getValue()
                && rules.resting().getValue()) {
            real.request();
        }
    }

    private void changed() {
        if (rules.resting().getValue() || pace.isDue(threads.nanoClock().getAsLong())) {
            ask();
        }
    }

    private void ask() {
        Optional<Question> question = question();
        newest = question;
        question.ifPresentOrElse(request::ask, () -> {
            request.forget();
            nearest.set(Optional.empty());
        });
    }

    private Optional<Question> question() {
        Optional<Tile> tile = Optional.ofNullable(images.selectedProperty().get());
        Optional<RealSet> set = real.setProperty().get().value();
        // The teacher accepts images of one size only.
        Optional<ImageRef> image = inspector.imageProperty().get().filter(shown -> !images.isReduced(shown));
        return set.isPresent() && tile.isPresent() && image.isPresent()
                ? Optional.of(new Question(
                        set.get(),
                        tile.get(),
                        image.get().alone(),
                        inspector.startImage().map(ImageRef::alone)))
                : Optional.empty();
    }

    private CompletionStage<NearestImages> search(Question question) {
        return CompletableFuture.runAsync(() -> {}, rested)
                .thenComposeAsync(waited -> features(question), threads.fx())
                .thenCompose(features -> BackgroundCall.start(() -> found(question, features), threads.background()));
    }

    /** Asks for an image that has not been replaced meanwhile. */
    private CompletionStage<FeatureMatrix> features(Question question) {
        return newest.equals(Optional.of(question))
                ? real.features(question.image())
                : CompletableFuture.failedFuture(new CancellationException("another image is shown"));
    }

    private static NearestImages found(Question question, FeatureMatrix features) throws IOException {
        NearestReal found = question.set()
                .nearest(question.image(), features.values(), question.tile().row(), CancellationToken.NONE);
        return new NearestImages(
                found.byFeatures().stream()
                        .map(neighbor -> image(question, neighbor, 1 - neighbor.distance()))
                        .toList(),
                found.byPixels().stream()
                        .map(neighbor -> image(question, neighbor, neighbor.distance()))
                        .toList());
    }

    private static RealImage image(Question question, Neighbor neighbor, double value) {
        RealSet set = question.set();
        ImageBatch image = set.images(neighbor.id());
        boolean isStart = question.start().filter(start -> equal(start, image)).isPresent();
        int index = neighbor.id();
        return new RealImage(image, index, set.name(index), set.file(index), value, isStart);
    }

    private static boolean equal(ImageBatch a, ImageBatch b) {
        byte[] first = a.bytes();
        byte[] second = b.bytes();
        boolean equal = first.length == second.length;
        for (int i = 0; equal && i < first.length; i++) {
            equal = Math.abs((first[i] & 0xFF) - (second[i] & 0xFF)) <= ROUNDING;
        }
        return equal;
    }
}
