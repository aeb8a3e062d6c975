package org.dwastudio.ui.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;

/** View model of the time line below the grids: the images of all runs at one place. FX thread only. */
final class ComparisonLineViewModel {
    private final Threads threads;
    private final Notices notices;
    private final LatestRequest<List<KeptImagesReader.Request>, Map<Path, List<ImageSlice>>> request;
    private final ReadOnlyObjectWrapper<ComparisonLine> line =
            new ReadOnlyObjectWrapper<>(this, "line", ComparisonLine.NONE);
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyObjectWrapper<Map<Path, List<ImageSlice>>> images =
            new ReadOnlyObjectWrapper<>(this, "images", Map.of());
    private List<RunContent> runs = List.of();
    private boolean failed;

    ComparisonLineViewModel(Threads threads, Notices notices) {
        this.threads = threads;
        this.notices = notices;
        request = new LatestRequest<List<KeptImagesReader.Request>, Map<Path, List<ImageSlice>>>(
                        this::load, threads.fx(), this::take)
                .withAllResults();
    }

    ReadOnlyObjectProperty<ComparisonLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Returns the shown place: iterations or percent. */
    ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Returns the images at the place, by folder; runs without snapshots are missing. */
    ReadOnlyObjectProperty<Map<Path, List<ImageSlice>>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** Returns the iteration that is shown of a run. */
    int iterationOf(RunContent run) {
        return line.get().iterationOf(run.kept(), position.get());
    }

    /** Shows other runs: at their end, or at the present place if the line stays. */
    void follow(List<RunContent> now) {
        runs = List.copyOf(now);
        failed = false;
        ComparisonLine next =
                ComparisonLine.of(runs.stream().map(RunContent::kept).toList());
        boolean same =
                next.end() == line.get().end() && next.percent() == line.get().percent();
        line.set(next);
        if (!same) {
            playing.set(false);
            position.set(next.end());
        }
        ask();
    }

    /** Shows the stop nearest to a place. */
    void lookAt(double place) {
        show(line.get().nearestTo(place));
    }

    /** Shows a stop further on, or back for a negative number. */
    void move(int steps) {
        int nearest = line.get().nearestTo(position.get());
        if (nearest >= 0) {
            show(nearest + steps);
        }
    }

    void toStart() {
        show(0);
    }

    void toEnd() {
        show(Integer.MAX_VALUE);
    }

    /** Plays the stops, from the first one if the last one is shown; or pauses. */
    void playOrPause() {
        boolean plays = !playing.get() && !line.get().stops().isEmpty();
        if (plays && isAtEnd()) {
            toStart();
        }
        playing.set(plays);
    }

    /** Shows the next stop while they are played; ends with the last one. */
    void advance() {
        if (playing.get()) {
            if (isAtEnd()) {
                playing.set(false);
            } else {
                move(1);
            }
        }
    }

    /** Stops playing and releases the images. */
    void rest() {
        playing.set(false);
        request.ask(List.of());
    }

    private boolean isAtEnd() {
        return line.get().nearestTo(position.get()) == line.get().stops().size() - 1;
    }

    private void show(int stop) {
        List<Double> stops = line.get().stops();
        if (!stops.isEmpty()) {
            position.set(stops.get(Math.max(0, Math.min(stops.size() - 1, stop))));
            ask();
        }
    }

    private void ask() {
        request.ask(runs.stream()
                .filter(run -> run.kept().hasSnapshots())
                .map(run -> new KeptImagesReader.Request(run.run().directory().folder(), iterationOf(run), run.shape()))
                .toList());
    }

    private CompletionStage<Map<Path, List<ImageSlice>>> load(List<KeptImagesReader.Request> wanted) {
        return BackgroundCall.start(
                () -> {
                    try {
                        return KeptImagesReader.read(wanted);
                    } catch (Exception e) {
                        threads.fx().execute(() -> fail(e));
                        throw e;
                    }
                },
                threads.background());
    }

    /** Reports the first failure; the next ones of a dragged slider would be the same. */
    private void fail(Exception failure) {
        playing.set(false);
        if (!failed) {
            failed = true;
            notices.addFailure("comparison.notice.images", failure);
        }
    }

    private void take(Optional<Map<Path, List<ImageSlice>>> read) {
        read.ifPresent(images::set);
    }
}
