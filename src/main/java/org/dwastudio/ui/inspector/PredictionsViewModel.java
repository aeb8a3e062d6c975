package org.dwastudio.ui.inspector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.engine.TeacherService;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.timeline.EarlierImage;
import org.dwastudio.ui.timeline.SnapshotLoader;

/**
 * View model of the teacher's predictions for the selected image over its snapshots. They are requested while no steps are
 * made, which they would delay, and one request at a time. FX thread only.
 */
public final class PredictionsViewModel {
    private final TeacherService teachers;
    private final InspectorViewModel inspector;
    private final ImagesViewModel images;
    private final Place place;
    private final Threads threads;
    private final Executor rested;
    private final LatestRequest<Question, List<PredictedImage>> request;
    private final ReadOnlyObjectWrapper<List<PredictedImage>> predictions =
            new ReadOnlyObjectWrapper<>(this, "predictions", List.of());

    /**
     * Place of the snapshots, and the time at which they are read.
     *
     * @param runFolder folder of the run whose images are shown
     * @param resting whether no steps are made
     * @param delay time that a selection lasts before anything is requested
     */
    public record Place(ObservableValue<Optional<Path>> runFolder, ObservableValue<Boolean> resting, Duration delay) {}

    private record Question(Path folder, Tile tile, TeacherConfig teacher) {}

    public PredictionsViewModel(
            TeacherService teachers,
            InspectorViewModel inspector,
            ImagesViewModel images,
            Place place,
            Threads threads) {
        this.teachers = teachers;
        this.inspector = inspector;
        this.images = images;
        this.place = place;
        this.threads = threads;
        rested = Rest.of(place.delay(), threads.background());
        request = new LatestRequest<>(this::load, threads.fx(), answer -> answer.ifPresent(predictions::set));
        images.selectedProperty().subscribe(tile -> begin());
        place.runFolder().subscribe(folder -> begin());
        place.resting().subscribe(resting -> ask());
    }

    /** Returns the predictions, the earliest first; empty until they are available. */
    public ReadOnlyObjectProperty<List<PredictedImage>> predictionsProperty() {
        return predictions.getReadOnlyProperty();
    }

    private void begin() {
        predictions.set(List.of());
        ask();
    }

    private void ask() {
        Optional<Question> question = question();
        if (question.isPresent() && place.resting().getValue()) {
            request.ask(question.get());
        } else {
            request.forget();
        }
    }

    private Optional<Question> question() {
        Optional<Tile> tile = Optional.ofNullable(images.selectedProperty().get());
        return place.runFolder()
                .getValue()
                .flatMap(folder -> tile.map(selected -> new Question(folder, selected, inspector.teacher())));
    }

    private CompletionStage<List<PredictedImage>> load(Question question) {
        return BackgroundCall.start(
                        () -> SnapshotLoader.history(question.folder(), question.tile(), TeacherService.MOST_IMAGES),
                        rested)
                .thenComposeAsync(history -> predict(question, history), threads.fx());
    }

    /** Asks for an image that is still selected. */
    private CompletionStage<List<PredictedImage>> predict(Question question, List<EarlierImage> history) {
        boolean wanted =
                question().equals(Optional.of(question)) && place.resting().getValue();
        if (!wanted || history.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return teachers.predictions(question.teacher(), together(history))
                .thenApply(answers -> IntStream.range(0, history.size())
                        .mapToObj(i -> new PredictedImage(history.get(i).iteration(), answers.get(i)))
                        .toList());
    }

    private static ImageBatch together(List<EarlierImage> history) {
        ImageBatch first = history.get(0).image();
        int size = first.bytes().length;
        byte[] bytes = new byte[history.size() * size];
        for (int i = 0; i < history.size(); i++) {
            System.arraycopy(history.get(i).image().bytes(), 0, bytes, i * size, size);
        }
        return new ImageBatch(history.size(), first.height(), first.width(), first.channels(), bytes);
    }
}
