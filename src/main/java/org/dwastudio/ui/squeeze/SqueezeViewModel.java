package org.dwastudio.ui.squeeze;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunFolders;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.stage.StageProgress.Place;
import org.dwastudio.ui.stage.StageWork;

/** View model of the squeeze stage: runs the training of a teacher and exposes its progress. FX thread only. */
public final class SqueezeViewModel {
    /** Name of the experiment file in a run folder. */
    private static final String IN_RUN_FOLDER = "experiment.yaml";

    private static final String FOLDER_SUFFIX = "-teacher";

    private final Engine engine;
    private final Threads threads;
    private final RunFolders folders;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final SqueezeCurves curves = new SqueezeCurves();
    private final BestAccuracy best = new BestAccuracy();
    private final StageProgress progress;
    private final StageWork<SqueezeOutcome> work;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(this, "experiment", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> resumable =
            new ReadOnlyObjectWrapper<>(this, "resumable", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SqueezedTeacher>> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", Optional.empty());

    /** Creates the view model, without a training. */
    SqueezeViewModel(
            Engine engine, Threads threads, RunFolders folders, ParametersViewModel parameters, Notices notices) {
        this.engine = engine;
        this.threads = threads;
        this.folders = folders;
        this.parameters = parameters;
        this.notices = notices;
        progress = new StageProgress(StageName.SQUEEZE, SqueezeViewModel::placeOf, threads.nanoClock());
        work = new StageWork<>(
                threads.fx(),
                notices,
                StageWork.FailureKeys.both("squeeze.notice.failed"),
                List.of(progress, curves, best));
        parameters.squeezeProperty().subscribe(recipe -> curves.preview(recipe.epochs()));
    }

    public SqueezeCurves curves() {
        return curves;
    }

    /** Returns the engine's work on the stage. */
    public StageWork<SqueezeOutcome> work() {
        return work;
    }

    public StageProgress progress() {
        return progress;
    }

    /** Returns the best accuracy on the test split so far, 0 to 1. */
    public ReadOnlyObjectProperty<OptionalDouble> bestAccuracyProperty() {
        return best.accuracyProperty();
    }

    /** Returns the measured training speed in images per second; empty until it is known. */
    public OptionalDouble imagesPerSecond() {
        OptionalDouble steps = progress().stepsPerSecondProperty().get();
        return steps.isPresent() && experiment.get().isPresent()
                ? OptionalDouble.of(
                        steps.getAsDouble() * experiment.get().get().squeeze().batchSize())
                : OptionalDouble.empty();
    }

    /** Returns the experiment of the running or last squeeze. */
    public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** Returns the folder of the last squeeze if it ended before its last epoch. */
    public ReadOnlyObjectProperty<Optional<Path>> resumableProperty() {
        return resumable.getReadOnlyProperty();
    }

    /** Returns the result of the last squeeze; empty while one is running. */
    public ReadOnlyObjectProperty<Optional<SqueezedTeacher>> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** Trains a teacher with the shown recipe in a new run folder. Does nothing while a squeeze is running. */
    public void start() {
        if (!work.isActive()) {
            Experiment shown = parameters.experiment();
            Path folder = folders.next(shown.name() + FOLDER_SUFFIX);
            begin(shown, folder, listener -> engine.start(SqueezeRequest.fresh(shown, folder), listener));
        }
    }

    /** Resumes an interrupted squeeze. Does nothing while a squeeze is running. */
    public void resume(Path folder) {
        BackgroundTask.of(() -> ExperimentReader.read(folder.resolve(IN_RUN_FOLDER)))
                .onSuccess(stored -> resume(folder, stored))
                .onFailure(failure -> notices.addFailure("squeeze.notice.resume", failure))
                .start(threads);
    }

    /** Resumes an interrupted squeeze with its experiment. Does nothing while a squeeze is running. */
    public void resume(Path folder, Experiment stored) {
        if (!work.isActive()) {
            parameters.datasetProperty().set(stored.dataset());
            parameters.squeezeProperty().set(stored.squeeze());
            begin(stored, folder, listener -> engine.start(SqueezeRequest.resumed(folder), listener));
        }
    }

    /** Shows an earlier squeeze as if it had just ended. Does nothing while a squeeze is running. */
    public void show(LoadedRun past) {
        if (work.isActive()) {
            return;
        }
        experiment.set(Optional.of(past.experiment()));
        work.replay(past.experiment(), past.events());
        trained.set(SqueezedTeacher.of(past));
        resumable.set(Optional.empty());
    }

    /** Forgets the last squeeze, because its dataset is no longer shown. Does nothing while a squeeze is running. */
    public void forget() {
        if (!work.isActive()) {
            experiment.set(Optional.empty());
            trained.set(Optional.empty());
            resumable.set(Optional.empty());
            work.clear(parameters.experiment());
        }
    }

    private void begin(Experiment begun, Path folder, Function<RunListener, StageRun<SqueezeOutcome>> start) {
        boolean resumes = resumable.get().equals(Optional.of(folder));
        trained.set(Optional.empty());
        resumable.set(Optional.empty());
        experiment.set(Optional.of(begun));
        if (resumes) {
            progress().forgetPace();
        } else {
            work.reset(begun);
        }
        work.begin(start, outcome -> end(folder, outcome));
    }

    private void end(Path folder, Optional<SqueezeOutcome> outcome) {
        trained.set(outcome.map(SqueezedTeacher::of));
        boolean whole = outcome.filter(done -> !done.cancelled()).isPresent();
        resumable.set(whole ? Optional.empty() : Optional.of(folder));
        outcome.filter(SqueezeOutcome::newHead)
                .ifPresent(done -> notices.add(Notice.failed("squeeze.notice.newHead", "")));
        outcome.ifPresent(done -> {
            Notice notice = Notice.done(
                    done.cancelled() ? "squeeze.notice.stopped" : "squeeze.notice.finished",
                    PercentText.of(done.bestTestAccuracy()),
                    done.folder().toString());
            notices.add(
                    done.cancelled()
                            ? notice.with("notice.interrupted.resume", new NextStep.Resume(done.folder()))
                            : notice.with("notice.next.folder", new NextStep.OpenFolder(done.folder())));
        });
    }

    private static Place placeOf(Progress now, Experiment begun) {
        int epoch = Math.min(now.iteration() + 1, now.iterations());
        return new Place(0, 1, epoch, now.iterations(), now.step(), now.totalSteps());
    }
}
