package org.dwastudio.ui.squeeze;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.artifact.PastRun;
import org.dwastudio.artifact.RunFolders;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.StageFailed;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.SqueezeOutcome;
import org.dwastudio.pipeline.SqueezeRun;
import org.dwastudio.ui.bridge.FxEventBridge;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.synthesis.ParametersViewModel;
import org.dwastudio.ui.synthesis.RunObserver;
import org.dwastudio.ui.synthesis.RunState;

/** Starts, pauses, stops and resumes the training of a teacher, and tells how it goes. FX thread only. */
public final class SqueezeViewModel {
    /** The experiment as a run writes it into its folder. */
    private static final String IN_RUN_FOLDER = "experiment.yaml";

    private static final String FOLDER_SUFFIX = "-teacher";

    private final Engine engine;
    private final Executor fxExecutor;
    private final Executor background;
    private final RunFolders folders;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final SqueezeCurves curves = new SqueezeCurves();
    private final SqueezeProgress progress;
    private final List<RunObserver> observers;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.IDLE);
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed", false);
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(this, "experiment", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> resumable =
            new ReadOnlyObjectWrapper<>(this, "resumable", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TrainedTeacher>> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", Optional.empty());
    private Optional<SqueezeRun> run = Optional.empty();
    private Optional<Path> underWay = Optional.empty();
    private FxEventBridge bridge = new FxEventBridge();
    private boolean failureShown;

    /**
     * Nothing is trained yet.
     *
     * @param background files are read here
     * @param nanoClock a time that never falls, in nanoseconds
     */
    public SqueezeViewModel(
            Engine engine,
            Executor fxExecutor,
            Executor background,
            LongSupplier nanoClock,
            RunFolders folders,
            ParametersViewModel parameters,
            Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.background = background;
        this.folders = folders;
        this.parameters = parameters;
        this.notices = notices;
        progress = new SqueezeProgress(nanoClock);
        observers = List.of(curves, progress);
        parameters.squeezeProperty().subscribe(recipe -> curves.preview(recipe.epochs()));
    }

    public SqueezeCurves curves() {
        return curves;
    }

    public SqueezeProgress progress() {
        return progress;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the last squeeze ended because something went wrong. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** The experiment whose teacher is being, or was last, trained. */
    public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** The folder of the last squeeze, when it was ended before its last epoch. */
    public ReadOnlyObjectProperty<Optional<Path>> resumableProperty() {
        return resumable.getReadOnlyProperty();
    }

    /** What the last squeeze left behind; empty while one is under way. */
    public ReadOnlyObjectProperty<Optional<TrainedTeacher>> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** The folder of the squeeze under way. */
    public Optional<Path> folderUnderWay() {
        return underWay;
    }

    /** Trains a teacher by the recipe that the page shows, in a new folder. Nothing happens while one is trained. */
    public void start() {
        if (!state.get().isActive()) {
            Experiment shown = parameters.experiment();
            Path folder = folders.next(shown.name() + FOLDER_SUFFIX);
            begin(shown, folder, () -> engine.startSqueeze(shown, folder, bridge));
        }
    }

    /** Goes on with a squeeze that was ended in the middle. Nothing happens while one is trained. */
    public void resume(Path folder) {
        CompletionStage<Experiment> reading = CompletableFuture.supplyAsync(
                () -> called(() -> ExperimentReader.read(folder.resolve(IN_RUN_FOLDER))), background);
        reading.whenCompleteAsync(
                (stored, failure) -> {
                    if (failure != null) {
                        notices.addFailure("squeeze.notice.resume", failure);
                    } else if (!state.get().isActive()) {
                        begin(stored, folder, () -> engine.resumeSqueeze(folder, bridge));
                    }
                },
                fxExecutor);
    }

    /** Shows an earlier squeeze as if it had just ended. Nothing happens while one is under way. */
    public void show(PastRun past) {
        if (state.get().isActive()) {
            return;
        }
        failed.set(false);
        experiment.set(Optional.of(past.experiment()));
        observers.forEach(observer -> observer.begins(past.experiment()));
        past.events().forEach(event -> observers.forEach(observer -> observer.sees(event)));
        observers.forEach(RunObserver::caughtUp);
        trained.set(TrainedTeacher.of(past));
        resumable.set(Optional.empty());
    }

    public void pauseOrResume() {
        if (state.get() == RunState.RUNNING) {
            whileRunning(active -> active.control().pause());
            state.set(RunState.PAUSED);
        } else if (state.get() == RunState.PAUSED) {
            progress.forgetPace();
            whileRunning(active -> active.control().resume());
            state.set(RunState.RUNNING);
        }
    }

    /** Ends it before its next step; the best and the last teacher are kept. */
    public void stop() {
        if (state.get().isActive()) {
            state.set(RunState.STOPPING);
            whileRunning(active -> active.control().cancel());
        }
    }

    /** Takes in what happened since the last call. */
    public void follow() {
        for (RunEvent event : bridge.drain()) {
            if (event instanceof StageFailed failure) {
                failureShown = true;
                notices.add(Notice.failed("squeeze.notice.failed", failure.details(), failure.message()));
            }
            observers.forEach(observer -> observer.sees(event));
        }
        observers.forEach(RunObserver::caughtUp);
    }

    private void begin(Experiment begun, Path folder, Supplier<SqueezeRun> starting) {
        boolean goesOn = resumable.get().equals(Optional.of(folder));
        bridge = new FxEventBridge();
        failureShown = false;
        notices.dismissAll();
        failed.set(false);
        trained.set(Optional.empty());
        resumable.set(Optional.empty());
        experiment.set(Optional.of(begun));
        if (goesOn) {
            progress.forgetPace();
        } else {
            observers.forEach(observer -> observer.begins(begun));
        }
        try {
            SqueezeRun started = starting.get();
            run = Optional.of(started);
            underWay = Optional.of(folder);
            state.set(RunState.RUNNING);
            CompletionStage<SqueezeOutcome> over = started.outcome();
            over.whenCompleteAsync(
                    (outcome, failure) -> end(folder, Optional.ofNullable(outcome), failure), fxExecutor);
        } catch (RuntimeException failure) {
            failed.set(true);
            notices.addFailure("squeeze.notice.failed", failure);
        }
    }

    private void end(Path folder, Optional<SqueezeOutcome> outcome, Throwable failure) {
        follow();
        run = Optional.empty();
        underWay = Optional.empty();
        failed.set(failure != null);
        trained.set(outcome.map(TrainedTeacher::of));
        boolean unfinished =
                failure != null || outcome.filter(SqueezeOutcome::cancelled).isPresent();
        resumable.set(unfinished ? Optional.of(folder) : Optional.empty());
        state.set(RunState.IDLE);
        if (failure != null && !failureShown) {
            notices.addFailure("squeeze.notice.failed", failure);
        }
        outcome.ifPresent(done -> notices.add(Notice.done(
                done.cancelled() ? "squeeze.notice.stopped" : "squeeze.notice.finished",
                PercentText.of(done.bestTestAccuracy()),
                done.folder().toString())));
    }

    private void whileRunning(Consumer<SqueezeRun> action) {
        run.ifPresent(action);
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }
}
