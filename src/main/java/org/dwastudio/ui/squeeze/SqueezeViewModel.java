package org.dwastudio.ui.squeeze;

import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.StageRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
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
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.stage.StageProgress.Place;
import org.dwastudio.ui.stage.StageWork;
import org.dwastudio.ui.synthesis.RunPhase;

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
    private final BestAccuracy best = new BestAccuracy();
    private final StageWork<SqueezeOutcome> work;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(this, "experiment", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> resumable =
            new ReadOnlyObjectWrapper<>(this, "resumable", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SqueezedTeacher>> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", Optional.empty());
    private Optional<Path> underWay = Optional.empty();

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
        work = new StageWork<>(
                fxExecutor,
                notices,
                "squeeze.notice.failed",
                new StageProgress(StageName.SQUEEZE, SqueezeViewModel::placeOf, nanoClock),
                List.of(curves, best));
        parameters.squeezeProperty().subscribe(recipe -> curves.preview(recipe.epochs()));
    }

    public SqueezeCurves curves() {
        return curves;
    }

    public StageProgress progress() {
        return work.progress();
    }

    /** The best accuracy on the test split until now, 0 to 1. */
    public ReadOnlyObjectProperty<OptionalDouble> bestAccuracyProperty() {
        return best.accuracyProperty();
    }

    /** Measured; empty in the first moments. */
    public OptionalDouble imagesPerSecond() {
        OptionalDouble steps = progress().stepsPerSecondProperty().get();
        return steps.isPresent() && experiment.get().isPresent()
                ? OptionalDouble.of(
                        steps.getAsDouble() * experiment.get().get().squeeze().batchSize())
                : OptionalDouble.empty();
    }

    public ReadOnlyObjectProperty<RunPhase> stateProperty() {
        return work.stateProperty();
    }

    /** Whether the last squeeze ended because something went wrong. */
    public ReadOnlyBooleanProperty failedProperty() {
        return work.failedProperty();
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
    public ReadOnlyObjectProperty<Optional<SqueezedTeacher>> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** The folder of the squeeze under way. */
    public Optional<Path> folderUnderWay() {
        return underWay;
    }

    /** Trains a teacher by the recipe that the page shows, in a new folder. Nothing happens while one is trained. */
    public void start() {
        if (!isActive()) {
            Experiment shown = parameters.experiment();
            Path folder = folders.next(shown.name() + FOLDER_SUFFIX);
            begin(shown, folder, listener -> engine.start(SqueezeRequest.fresh(shown, folder), listener));
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
                    } else if (!isActive()) {
                        parameters.squeezeProperty().set(stored.squeeze());
                        begin(stored, folder, listener -> engine.start(SqueezeRequest.resumed(folder), listener));
                    }
                },
                fxExecutor);
    }

    /** Shows an earlier squeeze as if it had just ended. Nothing happens while one is under way. */
    public void show(LoadedRun past) {
        if (isActive()) {
            return;
        }
        experiment.set(Optional.of(past.experiment()));
        work.forgetWhatWasSeen(past.experiment());
        work.retell(past.events());
        trained.set(SqueezedTeacher.of(past));
        resumable.set(Optional.empty());
    }

    public void pauseOrResume() {
        work.pauseOrResume();
    }

    /** Ends it before its next step; the best and the last teacher are kept. */
    public void stop() {
        work.stop();
    }

    /** Takes in what happened since the last call. */
    public void follow() {
        work.follow();
    }

    private void begin(Experiment begun, Path folder, Function<RunListener, StageRun<SqueezeOutcome>> start) {
        boolean goesOn = resumable.get().equals(Optional.of(folder));
        trained.set(Optional.empty());
        resumable.set(Optional.empty());
        experiment.set(Optional.of(begun));
        if (goesOn) {
            progress().forgetPace();
        } else {
            work.forgetWhatWasSeen(begun);
        }
        work.begin(
                listener -> {
                    StageRun<SqueezeOutcome> run = start.apply(listener);
                    underWay = Optional.of(folder);
                    return new StageWork.Begun<>(run.control(), run.outcome());
                },
                outcome -> end(folder, outcome));
    }

    private void end(Path folder, Optional<SqueezeOutcome> outcome) {
        underWay = Optional.empty();
        trained.set(outcome.map(SqueezedTeacher::of));
        boolean whole = outcome.filter(done -> !done.cancelled()).isPresent();
        resumable.set(whole ? Optional.empty() : Optional.of(folder));
        outcome.ifPresent(done -> notices.add(Notice.done(
                done.cancelled() ? "squeeze.notice.stopped" : "squeeze.notice.finished",
                PercentText.of(done.bestTestAccuracy()),
                done.folder().toString())));
    }

    private boolean isActive() {
        return stateProperty().get().isActive();
    }

    private static Place placeOf(Progress now, Experiment begun) {
        int epoch = Math.min(now.iteration() + 1, now.iterations());
        return new Place(0, 1, epoch, now.iterations(), now.step(), now.totalSteps());
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }
}
