package org.dwastudio.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/** View model of the selected image at some earlier iterations. FX thread only. */
public final class HistoryViewModel {
    /** Number of earlier images that are shown. */
    static final int MOST = 8;

    private final ImagesViewModel images;
    private final TimeLineViewModel timeLine;
    private final ObservableValue<Optional<Path>> runFolder;
    private final Threads threads;
    private final LatestRequest<Question, List<EarlierImage>> request;
    private final ReadOnlyObjectWrapper<List<EarlierImage>> history =
            new ReadOnlyObjectWrapper<>(this, "history", List.of());

    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");

    private record Question(Path folder, Tile tile) {}

    /** @param runFolder folder of the run whose images are shown */
    public HistoryViewModel(
            ImagesViewModel images,
            TimeLineViewModel timeLine,
            ObservableValue<Optional<Path>> runFolder,
            Threads threads) {
        this.images = images;
        this.timeLine = timeLine;
        this.runFolder = runFolder;
        this.threads = threads;
        request = new LatestRequest<>(this::load, threads.fx(), answer -> show(answer.orElse(List.of())));
        runFolder.subscribe(folder -> history.set(List.of()));
        images.selectedProperty().subscribe(tile -> {
            history.set(List.of());
            showIteration();
            ask();
        });
        images.shown().addListener((MapChangeListener<ColumnSlice, ColumnImages>) change -> showIteration());
        timeLine.momentsProperty().subscribe((old, now) -> {
            if (old.snapshots() != now.snapshots() || !old.folder().equals(now.folder())) {
                ask();
            }
        });
    }

    /** Returns the selected image at up to {@value #MOST} iterations, the earliest first. */
    public ReadOnlyObjectProperty<List<EarlierImage>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** Returns the iteration of the selected image as it is shown. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the whole grid at the iteration of an image. */
    public void lookAt(EarlierImage image) {
        timeLine.lookAt(image.iteration());
    }

    private void showIteration() {
        Optional.ofNullable(images.selectedProperty().get())
                .flatMap(images::columnAt)
                .ifPresent(column -> shown.set(column.iteration()));
    }

    private void ask() {
        Tile tile = images.selectedProperty().get();
        if (tile == null || runFolder.getValue().isEmpty()) {
            request.forget();
            history.set(List.of());
        } else {
            request.ask(new Question(runFolder.getValue().get(), tile));
        }
    }

    /** Shows a history, unless it is the one that is shown already. */
    private void show(List<EarlierImage> now) {
        if (!iterations(now).equals(iterations(history.get()))) {
            history.set(now);
        }
    }

    private static List<Integer> iterations(List<EarlierImage> images) {
        return images.stream().map(EarlierImage::iteration).toList();
    }

    private CompletionStage<List<EarlierImage>> load(Question question) {
        return BackgroundCall.start(
                () -> SnapshotLoader.history(question.folder(), question.tile(), MOST), threads.background());
    }
}
