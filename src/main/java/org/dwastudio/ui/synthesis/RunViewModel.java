package org.dwastudio.ui.synthesis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunFolders;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.stage.StageWork;

/** A synthesis run: starts or resumes it, and passes changes of the sliders to it. FX thread only. */
public final class RunViewModel {
    private final Engine engine;
    private final RunFolders folders;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final StageWork<SynthesisOutcome> work;
    private final ReadOnlyObjectWrapper<Optional<Path>> folder =
            new ReadOnlyObjectWrapper<>(this, "folder", Optional.empty());
    private Optional<Experiment> shownAtEnd = Optional.empty();

    /**
     * Creates the view model, without a run.
     *
     * @param observers notified of the events of every run, in this order
     */
    public RunViewModel(
            Engine engine,
            Executor fxExecutor,
            RunFolders folders,
            ParametersViewModel parameters,
            Notices notices,
            List<? extends RunObserver> observers) {
        this.engine = engine;
        this.folders = folders;
        this.parameters = parameters;
        this.notices = notices;
        work = new StageWork<>(fxExecutor, notices, new StageWork.FailureKeys("notice.start", "notice.run"), observers);
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            parameters.valueOf(parameter).subscribe((old, now) -> tune(parameter));
        }
        parameters.draggedProperty().subscribe((was, now) -> was.ifPresent(this::tune));
    }

    /** Returns the engine's work on the run. */
    public StageWork<SynthesisOutcome> work() {
        return work;
    }

    /** The folder of the current or last run. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Runs the experiment of the panel in a new folder. Does nothing while a run is active. */
    public void start() {
        if (!work.isActive()) {
            Experiment experiment = parameters.experiment();
            Path target = folders.next(experiment.name());
            begin(experiment, listener -> engine.start(SynthesisRequest.fresh(experiment, target), listener));
        }
    }

    /**
     * Resumes an interrupted run. Does nothing while a run is active.
     *
     * @param stored the run's experiment, which the panel shows
     */
    public void resume(Path target, Experiment stored) {
        if (!work.isActive()) {
            begin(stored, listener -> engine.start(SynthesisRequest.resumed(target), listener));
        }
    }

    /** Shows an earlier run as if it had just ended. Does nothing while a run is active. */
    public void show(LoadedRun past) {
        if (!work.isActive()) {
            folder.set(Optional.empty());
            work.replay(past.experiment(), past.events());
            shownAtEnd = Optional.of(parameters.experiment());
            folder.set(Optional.of(past.folder()));
        }
    }

    /** Forgets the last run. Does nothing while a run is active. */
    public void forget() {
        if (!work.isActive()) {
            folder.set(Optional.empty());
            work.clear(parameters.experiment());
            shownAtEnd = Optional.empty();
        }
    }

    /** Makes one step and pauses; starts a run first if there is none. */
    public void step() {
        start();
        work.step();
    }

    /** Returns the run's folder if the panel shows the current or last run, including changes made by hand. */
    public Optional<Path> repeatedFolder() {
        boolean repeats = work.isActive() || shownAtEnd.equals(Optional.of(parameters.experiment()));
        return folder.get().filter(known -> repeats);
    }

    private void begin(Experiment experiment, Function<RunListener, StageRun<SynthesisOutcome>> start) {
        work.reset(experiment);
        folder.set(Optional.empty());
        shownAtEnd = Optional.empty();
        // The folder comes after the state: listeners take the folder of an idle run for one with images.
        work.begin(start, this::end).ifPresent(run -> folder.set(Optional.of(run.folder())));
    }

    /** Requests a change of the run. A drag has many values but is one change, made when the slider is released. */
    private void tune(Parameter<SynthesisConfig> parameter) {
        boolean dragging = parameters.draggedProperty().get().equals(Optional.of(parameter));
        if (!dragging && parameter.range().takesEffect() != TakesEffect.NEXT_RUN) {
            double value = parameters.valueOf(parameter).get();
            work.current().flatMap(StageRun::tuning).ifPresent(tuning -> tuning.request(parameter, value));
        }
    }

    private void end(Optional<SynthesisOutcome> outcome) {
        shownAtEnd = Optional.of(parameters.experiment());
        outcome.ifPresent(done -> {
            Notice notice = done.cancelled()
                    ? Notice.done("notice.stopped", done.folder().toString())
                            .with("notice.interrupted.resume", new NextStep.Resume(done.folder()))
                    : Notice.done("notice.finished", done.folder().toString())
                            .with("notice.next.evaluate", new NextStep.ShowStage(StageName.EVALUATION));
            notices.add(notice.with("notice.next.folder", new NextStep.OpenFolder(done.folder())));
        });
    }
}
