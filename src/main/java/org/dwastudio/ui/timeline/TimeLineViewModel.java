package org.dwastudio.ui.timeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.ImagesChanged;
import org.dwastudio.event.RunEvent.TuningChanged;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.RateLimiter;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * View model of the time line: shows the images of a run at an earlier iteration, or follows the run. FX thread only.
 */
public final class TimeLineViewModel implements RunObserver {
    private static final long REFRESH_NANOS = 1_000_000_000L;

    private final ImagesViewModel images;
    private final Executor background;
    private final LongSupplier nanoClock;
    private final LatestRequest<SnapshotLoader.Question, Moments> request;
    private final LatestRequest<SnapshotLoader.Question, Moments> starts;
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper(this, "last");
    private final ReadOnlyIntegerWrapper reached = new ReadOnlyIntegerWrapper(this, "reached");
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyDoubleWrapper cursor = new ReadOnlyDoubleWrapper(this, "cursor", Double.NaN);
    private final ReadOnlyObjectWrapper<Moments> moments = new ReadOnlyObjectWrapper<>(this, "moments", Moments.NONE);
    private final ReadOnlyObjectWrapper<TimeLineState> state =
            new ReadOnlyObjectWrapper<>(this, "state", TimeLineState.EMPTY);
    private final ObservableList<TuningChange> changes = FXCollections.observableArrayList();
    private RateLimiter refreshes = new RateLimiter(REFRESH_NANOS);
    private Optional<Path> folder = Optional.empty();
    private boolean keepsSnapshots = true;
    private boolean running;

    /** Creates a time line of no run. */
    public TimeLineViewModel(ImagesViewModel images, Threads threads) {
        this.images = images;
        this.background = threads.background();
        this.nanoClock = threads.nanoClock();
        request = new LatestRequest<SnapshotLoader.Question, Moments>(
                        question -> SnapshotLoader.load(question, background), threads.fx(), this::take)
                .withAllResults();
        starts = new LatestRequest<>(
                question -> SnapshotLoader.load(question, background), threads.fx(), this::takeStarts);
    }

    /** Follows the folder of the run whose images are shown. */
    public void follow(ObservableValue<Optional<Path>> runFolder) {
        runFolder.subscribe(this::open);
    }

    /** Returns the changes by hand, in the order in which they took effect. */
    public ObservableList<TuningChange> changes() {
        return changes;
    }

    /** Returns the iterations of a column, which is the end of the line; 0 before the first run. */
    public ReadOnlyIntegerProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Returns the iteration that the newest images have. */
    public ReadOnlyIntegerProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    /** Returns the iteration of the shown images. */
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Returns whether the newest images are shown. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Returns whether the snapshots are being played. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Returns the iteration that is looked back at; NaN while the newest images are shown. */
    public ReadOnlyDoubleProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** Returns the snapshots that the run has. */
    public ReadOnlyObjectProperty<Moments> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /** Returns whether there are snapshots, or why not. */
    public ReadOnlyObjectProperty<TimeLineState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Shows the snapshot that is nearest to an iteration. */
    public void lookAt(double iteration) {
        int nearest = moments.get().nearestTo(iteration);
        if (nearest >= 0) {
            show(nearest);
        }
    }

    /** Shows the next snapshot, or one further away. */
    public void move(int steps) {
        int nearest = moments.get().nearestTo(position.get());
        if (nearest >= 0) {
            show(nearest + steps);
        }
    }

    /** Shows the first snapshot. */
    public void toStart() {
        show(0);
    }

    /** Shows the newest images again, and follows the run. */
    public void toLive() {
        playing.set(false);
        live.set(true);
        request.forget();
        position.set(reached.get());
        cursor.set(Double.NaN);
        images.showNewest();
    }

    /** Plays the snapshots, from the first one if the last one is shown; or pauses. */
    public void playOrPause() {
        boolean plays = !playing.get() && !moments.get().iterations().isEmpty();
        if (plays && (live.get() || isAtLastMoment())) {
            show(0);
        }
        playing.set(plays);
    }

    /** Shows the next snapshot while they are played; ends with the last one. */
    public void advance() {
        if (playing.get()) {
            if (isAtLastMoment()) {
                playing.set(false);
            } else {
                move(1);
            }
        }
    }

    private boolean isAtLastMoment() {
        return moments.get().nearestTo(position.get())
                == moments.get().iterations().size() - 1;
    }

    private void show(int moment) {
        int count = moments.get().iterations().size();
        if (count > 0) {
            int iteration =
                    Objects.requireNonNull(moments.get().iterations().get(Math.max(0, Math.min(count - 1, moment))));
            live.set(false);
            position.set(iteration);
            cursor.set(iteration);
            folder.ifPresent(run -> request.ask(new SnapshotLoader.Question(run, OptionalInt.of(iteration))));
        }
    }

    @Override
    public void onStart(Experiment experiment) {
        toLive();
        running = true;
        refreshes = new RateLimiter(REFRESH_NANOS);
        keepsSnapshots = experiment.synthesis().execution().snapshotMegabytes() > 0;
        forget();
        changes.clear();
        setReached(0);
        last.set(experiment.synthesis().iterations());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof ImagesChanged changed && changed.state() != ColumnState.WAITING) {
            setReached(changed.iteration());
        } else if (event instanceof TuningChanged tuned) {
            changes.add(tuned.change());
            if (tuned.change().parameter().equals(SynthesisConfig.ITERATIONS)) {
                last.set((int) tuned.change().to());
            }
        }
    }

    @Override
    public void onBatchEnd() {
        if (running && refreshes.isDue(nanoClock.getAsLong())) {
            refresh();
        }
    }

    @Override
    public void onEnd() {
        running = false;
        refresh();
        askStarts();
    }

    /** Forgets the snapshots of a run, and answers that are still to come. */
    private void forget() {
        request.forget();
        starts.forget();
        moments.set(Moments.NONE);
        state.set(TimeLineState.EMPTY);
    }

    private void setReached(int iteration) {
        reached.set(iteration);
        last.set(Math.max(last.get(), iteration));
        if (live.get()) {
            position.set(iteration);
        }
    }

    private void open(Optional<Path> run) {
        folder = run;
        forget();
        refresh();
        askStarts();
    }

    /** Asks for the start images, which a run that is opened or resumed does not report. */
    private void askStarts() {
        folder.ifPresent(run -> starts.ask(new SnapshotLoader.Question(run, OptionalInt.of(0))));
    }

    /** Reads the list of snapshots again, unless images are on their way, which bring the list along. */
    private void refresh() {
        if (live.get() || moments.get().iterations().isEmpty()) {
            folder.ifPresent(run -> request.ask(new SnapshotLoader.Question(run, OptionalInt.empty())));
        } else {
            show(moments.get().nearestTo(position.get()));
        }
    }

    private void take(Optional<Moments> answer) {
        if (answer.isEmpty()) {
            toLive();
            state.set(TimeLineState.DAMAGED);
        } else if (folder.equals(Optional.of(answer.get().folder()))) {
            moments.set(answer.get().withoutImages());
            boolean empty = answer.get().iterations().isEmpty();
            state.set(empty ? reasonForNone() : TimeLineState.READY);
            if (!live.get() && !empty) {
                images.showEarlier(answer.get().images());
            }
        }
    }

    private void takeStarts(Optional<Moments> answer) {
        answer.filter(known -> folder.equals(Optional.of(known.folder())))
                .ifPresent(known -> images.completeStarts(known.images()));
    }

    private TimeLineState reasonForNone() {
        if (!running) {
            return TimeLineState.MISSING;
        }
        return keepsSnapshots ? TimeLineState.EMPTY : TimeLineState.OFF;
    }
}
