package org.dwastudio.ui.synthesis;

import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.stage.StageRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.config.TakesEffect;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.StageFailed;
import org.dwastudio.run.RunFolders;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.ui.fx.FxEventBridge;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;

/**
 * Starts, pauses, steps and stops a run, passes changes of the sliders on to it, and tells its observers what happens.
 * FX thread only.
 */
public final class RunViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final RunFolders folders;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final List<RunObserver> observers;
    private final ReadOnlyObjectWrapper<RunPhase> state = new ReadOnlyObjectWrapper<>(this, "state", RunPhase.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Path>> folder =
            new ReadOnlyObjectWrapper<>(this, "folder", Optional.empty());
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed", false);
    private final ReadOnlyObjectWrapper<OptionalInt> exported =
            new ReadOnlyObjectWrapper<>(this, "exported", OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> reported =
            new ReadOnlyObjectWrapper<>(this, "reported", Optional.empty());
    private Optional<StageRun<SynthesisOutcome>> run = Optional.empty();
    private FxEventBridge bridge = new FxEventBridge();
    private boolean failureShown;
    private boolean finished;
    private Optional<Experiment> shownAtEnd = Optional.empty();

    /** @param observers told of every run, in this order */
    public RunViewModel(
            Engine engine,
            Executor fxExecutor,
            RunFolders folders,
            ParametersViewModel parameters,
            Notices notices,
            List<? extends RunObserver> observers) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.folders = folders;
        this.parameters = parameters;
        this.notices = notices;
        this.observers = List.copyOf(observers);
        for (SynthesisParameter parameter : SynthesisParameter.values()) {
            parameters.valueOf(parameter).subscribe((old, now) -> tune(parameter));
        }
        parameters.draggedProperty().subscribe((was, now) -> was.ifPresent(this::tune));
    }

    public ReadOnlyObjectProperty<RunPhase> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The folder of the run that is under way or was the last. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Whether the last run ended because something went wrong. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** Whether the last run came to its end. */
    public boolean isFinished() {
        return finished;
    }

    /** How many pictures of the last run were exported; empty when none were. */
    public ReadOnlyObjectProperty<OptionalInt> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** The report on the last run; empty when there is none. */
    public ReadOnlyObjectProperty<Optional<Path>> reportedProperty() {
        return reported.getReadOnlyProperty();
    }

    /** Runs the experiment that the panel shows, in a new folder. Nothing happens while another run is under way. */
    public void start() {
        if (state.get().isActive()) {
            return;
        }
        Experiment experiment = parameters.experiment();
        Path target = folders.next(experiment.name());
        begin(experiment, target, () -> engine.start(SynthesisRequest.fresh(experiment, target), bridge));
    }

    /**
     * Goes on with a run that was interrupted. Nothing happens while another run is under way.
     *
     * @param stored its experiment, which the panel shows
     */
    public void resumeIn(Path target, Experiment stored) {
        if (!state.get().isActive()) {
            begin(stored, target, () -> engine.start(SynthesisRequest.resumed(target), bridge));
        }
    }

    /** Shows an earlier run as if it had just ended. Nothing happens while another run is under way. */
    public void show(LoadedRun past) {
        if (state.get().isActive()) {
            return;
        }
        observers.forEach(observer -> observer.begins(past.experiment()));
        past.events().forEach(event -> observers.forEach(observer -> observer.sees(event)));
        observers.forEach(RunObserver::caughtUp);
        observers.forEach(RunObserver::ends);
        failed.set(false);
        forgetExports();
        shownAtEnd = Optional.of(parameters.experiment());
        folder.set(Optional.of(past.folder()));
    }

    private void begin(Experiment experiment, Path target, Supplier<StageRun<SynthesisOutcome>> start) {
        bridge = new FxEventBridge();
        notices.dismissAll();
        failureShown = false;
        finished = false;
        failed.set(false);
        forgetExports();
        observers.forEach(observer -> observer.begins(experiment));
        try {
            StageRun<SynthesisOutcome> started = start.get();
            run = Optional.of(started);
            // In this order: what is shown beside an idle state is a run with pictures.
            state.set(RunPhase.RUNNING);
            folder.set(Optional.of(target));
            CompletionStage<SynthesisOutcome> over = started.outcome();
            over.whenCompleteAsync((outcome, failure) -> end(Optional.ofNullable(outcome), failure), fxExecutor);
        } catch (RuntimeException failure) {
            failed.set(true);
            observers.forEach(RunObserver::ends);
            notices.addFailure("notice.start", failure);
        }
    }

    /** Forgets the last run, as if none had been. Nothing happens while one is under way. */
    public void forget() {
        if (state.get().isActive()) {
            return;
        }
        Experiment experiment = parameters.experiment();
        observers.forEach(observer -> observer.begins(experiment));
        observers.forEach(RunObserver::ends);
        folder.set(Optional.empty());
        failed.set(false);
        forgetExports();
        shownAtEnd = Optional.empty();
    }

    public void pause() {
        whileIn(RunPhase.RUNNING, active -> {
            active.control().pause();
            state.set(RunPhase.PAUSED);
        });
    }

    public void resume() {
        whileIn(RunPhase.PAUSED, active -> {
            active.control().resume();
            state.set(RunPhase.RUNNING);
        });
    }

    /** Makes one step and holds; without a run, starts one that holds after its first step. */
    public void step() {
        if (state.get() == RunPhase.IDLE) {
            start();
        }
        if (state.get() == RunPhase.RUNNING || state.get() == RunPhase.PAUSED) {
            run.ifPresent(active -> active.control().step());
            state.set(RunPhase.PAUSED);
        }
    }

    /** Ends the run before its next step; what is done is kept. */
    public void stop() {
        if (state.get().isActive()) {
            state.set(RunPhase.STOPPING);
            run.ifPresent(active -> active.control().cancel());
        }
    }

    /** Tells the observers what happened since the last call. */
    public void follow() {
        tell(bridge.drain());
    }

    /** Tells them the newest pictures alone while nothing but measurements waits beside. */
    public void followPictures() {
        tell(bridge.drainPictures());
    }

    private void tell(List<RunEvent> events) {
        for (RunEvent event : events) {
            if (event instanceof StageFailed failed) {
                showFailure(failed);
            }
            observers.forEach(observer -> observer.sees(event));
        }
        observers.forEach(RunObserver::caughtUp);
    }

    /** Whether the run under way, or the last one, is what the panel shows, changes made by hand included. */
    public boolean repeatsShown() {
        return state.get().isActive() || shownAtEnd.equals(Optional.of(parameters.experiment()));
    }

    /**
     * Exports the pictures of a run.
     *
     * @param from its folder
     * @param target a folder that must not exist or be empty
     */
    public void export(Path from, ExportFormat format, ImageEncoding encoding, Path target) {
        CompletionStage<Integer> count = engine.results().export(new ExportRequest(from, format, encoding, target));
        count.whenCompleteAsync((written, failure) -> showExported(target, written, failure), fxExecutor);
    }

    /**
     * Tells of a run in one HTML file.
     *
     * @param from its folder
     * @param language English or Japanese
     * @param target replaced when it is there
     */
    public void report(Path from, Locale language, Path target) {
        ExportRequest request = new ExportRequest(from, ExportFormat.REPORT, ImageEncoding.PNG, target, language);
        CompletionStage<Integer> count = engine.results().export(request);
        count.whenCompleteAsync((written, failure) -> showReported(target, failure), fxExecutor);
    }

    private void whileIn(RunPhase wanted, Consumer<StageRun<SynthesisOutcome>> action) {
        if (state.get() == wanted) {
            run.ifPresent(action);
        }
    }

    /** A drag is many values but one change: it counts when the slider is let go. */
    private void tune(SynthesisParameter parameter) {
        boolean dragging = parameters.draggedProperty().get().equals(Optional.of(parameter));
        if (dragging || !state.get().isActive() || parameter.range().takesEffect() == TakesEffect.NEXT_RUN) {
            return;
        }
        double value = parameters.valueOf(parameter).get();
        run.flatMap(StageRun::tuning).ifPresent(tuning -> tuning.request(parameter, value));
    }

    private void end(Optional<SynthesisOutcome> outcome, Throwable failure) {
        follow();
        run = Optional.empty();
        failed.set(failure != null);
        finished = outcome.filter(done -> !done.cancelled()).isPresent();
        shownAtEnd = Optional.of(parameters.experiment());
        state.set(RunPhase.IDLE);
        observers.forEach(RunObserver::ends);
        if (failure != null && !failureShown) {
            notices.addFailure("notice.run", failure);
        }
        outcome.ifPresent(done -> notices.add(Notice.done(
                done.cancelled() ? "notice.stopped" : "notice.finished",
                done.folder().toString())));
    }

    private void forgetExports() {
        exported.set(OptionalInt.empty());
        reported.set(Optional.empty());
    }

    private void showFailure(StageFailed failed) {
        failureShown = true;
        notices.add(Notice.failed("notice.run", failed.details(), failed.message()));
    }

    private void showExported(Path target, Integer count, Throwable failure) {
        if (failure == null) {
            exported.set(OptionalInt.of(count));
            notices.add(Notice.done("notice.exported", Integer.toString(count), target.toString()));
        } else {
            notices.addFailure("notice.export", failure);
        }
    }

    private void showReported(Path target, Throwable failure) {
        if (failure == null) {
            reported.set(Optional.of(target));
            notices.add(Notice.done("notice.reported", target.toString()));
        } else {
            notices.addFailure("notice.report", failure);
        }
    }
}
