package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.StageFailed;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.EvaluationOutcome;
import org.dwastudio.pipeline.EvaluationRun;
import org.dwastudio.pipeline.StudentTask;
import org.dwastudio.ui.bridge.FxEventBridge;
import org.dwastudio.ui.evaluation.EvaluationProgress.Place;
import org.dwastudio.ui.evaluation.QueuedStudent.State;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.synthesis.ParametersViewModel;
import org.dwastudio.ui.synthesis.RunObserver;
import org.dwastudio.ui.synthesis.RunState;

/** Starts, pauses and stops the evaluation of a run, and tells how it goes and what came out. FX thread only. */
public final class EvaluationViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final EvaluatedRunViewModel evaluated;
    private final KeptResultsViewModel kept;
    private final EvaluationCurves curves = new EvaluationCurves();
    private final EvaluationProgress progress;
    private final List<RunObserver> observers;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.IDLE);
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed", false);
    private final ReadOnlyObjectWrapper<List<QueuedStudent>> queue =
            new ReadOnlyObjectWrapper<>(this, "queue", List.of());
    private Optional<EvaluationRun> run = Optional.empty();
    private FxEventBridge bridge = new FxEventBridge();
    private boolean failureShown;

    /**
     * Nothing is evaluated yet.
     *
     * @param nanoClock a time that never falls, in nanoseconds
     * @param evaluated which run is evaluated
     */
    EvaluationViewModel(
            Engine engine,
            Executor fxExecutor,
            LongSupplier nanoClock,
            EvaluatedRunViewModel evaluated,
            ParametersViewModel parameters,
            Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.evaluated = evaluated;
        this.parameters = parameters;
        this.notices = notices;
        kept = new KeptResultsViewModel(engine, fxExecutor);
        progress = new EvaluationProgress(nanoClock);
        observers = List.of(curves, progress);
        evaluated.runProperty().subscribe(folder -> showRun());
        parameters.evaluationProperty().subscribe(recipe -> {
            curves.preview(recipe.epochs());
            lookUp();
            showQueue();
        });
        kept.resultsProperty().subscribe(results -> showQueue());
        progress.placeProperty().subscribe(this::followPlace);
        state.subscribe(now -> showQueue());
    }

    /** Which run is evaluated. */
    public EvaluatedRunViewModel evaluated() {
        return evaluated;
    }

    public EvaluationCurves curves() {
        return curves;
    }

    public EvaluationProgress progress() {
        return progress;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the last evaluation ended because something went wrong. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** All students of the shown recipe, in the order in which they are trained. */
    public ReadOnlyObjectProperty<List<QueuedStudent>> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    /** What students did, by the shown recipe or else by that of the run's last evaluation. */
    public ReadOnlyObjectProperty<Optional<EvaluationResults>> resultsProperty() {
        return kept.resultsProperty();
    }

    /** Whether the shown results are of another recipe than the shown one. */
    public boolean showsOtherRecipe() {
        return kept.resultsProperty().get().isPresent() && kept.of(recipe()).isEmpty();
    }

    /** Takes the recipe that the shown results are of. */
    public void useRecipeOfResults() {
        kept.resultsProperty()
                .get()
                .ifPresent(results -> parameters.evaluationProperty().set(results.config()));
    }

    /** How long those students would take that are not done, as those took that are; empty when none is. */
    public OptionalDouble secondsForTheOthers() {
        List<EvaluationResults.Student> done =
                kept.of(recipe()).map(EvaluationResults::students).orElse(List.of());
        OptionalDouble each =
                done.stream().mapToDouble(EvaluationResults.Student::seconds).average();
        long others = queue.get().stream()
                .filter(student -> student.state() != State.DONE)
                .count();
        return each.isPresent() ? OptionalDouble.of(each.getAsDouble() * others) : each;
    }

    /** Trains students by the recipe that the page shows. Nothing happens while others are trained. */
    public void start() {
        if (state.get().isActive()) {
            return;
        }
        Optional<Path> folder = evaluated.runProperty().get();
        if (folder.isEmpty()) {
            notices.add(Notice.failed("evaluation.notice.noRun", ""));
            return;
        }
        begin(folder.get());
    }

    public void pauseOrResume() {
        if (state.get() == RunState.RUNNING) {
            run.ifPresent(active -> active.control().pause());
            state.set(RunState.PAUSED);
        } else if (state.get() == RunState.PAUSED) {
            progress.forgetPace();
            run.ifPresent(active -> active.control().resume());
            state.set(RunState.RUNNING);
        }
    }

    /** Ends it before its next step; students that are done are kept. */
    public void stop() {
        if (state.get().isActive()) {
            state.set(RunState.STOPPING);
            run.ifPresent(active -> active.control().cancel());
        }
    }

    /** Takes in what happened since the last call. */
    public void follow() {
        for (RunEvent event : bridge.drain()) {
            if (event instanceof StageFailed failure) {
                failureShown = true;
                notices.add(Notice.failed("evaluation.notice.failed", failure.details(), failure.message()));
            }
            observers.forEach(observer -> observer.sees(event));
        }
        observers.forEach(RunObserver::caughtUp);
    }

    private void begin(Path folder) {
        Experiment begun = parameters.experiment();
        bridge = new FxEventBridge();
        failureShown = false;
        notices.dismissAll();
        failed.set(false);
        observers.forEach(observer -> observer.begins(begun));
        try {
            EvaluationRun started = engine.startEvaluation(folder, recipe(), bridge);
            run = Optional.of(started);
            state.set(RunState.RUNNING);
            CompletionStage<EvaluationOutcome> over = started.outcome();
            over.whenCompleteAsync((outcome, failure) -> end(Optional.ofNullable(outcome), failure), fxExecutor);
        } catch (RuntimeException failure) {
            failed.set(true);
            notices.addFailure("evaluation.notice.failed", failure);
        }
    }

    private void end(Optional<EvaluationOutcome> outcome, Throwable failure) {
        follow();
        run = Optional.empty();
        failed.set(failure != null);
        outcome.map(EvaluationResults::of).ifPresent(kept::show);
        state.set(RunState.IDLE);
        if (failure != null && !failureShown) {
            notices.addFailure("evaluation.notice.failed", failure);
        }
        outcome.ifPresent(done -> notices.add(Notice.done(
                done.cancelled() ? "evaluation.notice.stopped" : "evaluation.notice.finished",
                Integer.toString(done.results().size()),
                Integer.toString(done.students()),
                done.folder().toString())));
    }

    private EvaluationConfig recipe() {
        return parameters.evaluationProperty().get();
    }

    private void showRun() {
        if (!state.get().isActive()) {
            kept.clear();
            curves.clear();
            failed.set(false);
            lookUp();
        }
    }

    private void lookUp() {
        evaluated.runProperty().get().ifPresent(folder -> kept.ask(folder, recipe()));
    }

    /** When a student's turn has come, the one before has been measured. */
    private void followPlace(Optional<Place> before, Optional<Place> now) {
        boolean another = now.isPresent() && !before.map(Place::student).equals(now.map(Place::student));
        if (another && now.get().student() > 0) {
            lookUp();
        }
        if (another || !before.map(Place::epoch).equals(now.map(Place::epoch))) {
            showQueue();
        }
    }

    private void showQueue() {
        List<QueuedStudent> students = new ArrayList<>();
        Optional<EvaluationResults> known = kept.of(recipe());
        List<StudentTask> tasks = StudentTask.all(recipe().students());
        for (int place = 0; place < tasks.size(); place++) {
            students.add(queued(tasks.get(place), place, known));
        }
        queue.set(students);
    }

    private QueuedStudent queued(StudentTask task, int place, Optional<EvaluationResults> known) {
        StudentKind kind = StudentKind.of(task);
        OptionalDouble accuracy = known.stream()
                .flatMap(results -> results.students().stream())
                .filter(student -> student.kind().equals(kind) && student.number() == task.student())
                .mapToDouble(EvaluationResults.Student::last)
                .findFirst();
        Optional<Place> now = state.get().isActive() ? progress.placeProperty().get() : Optional.empty();
        boolean past = now.filter(at -> place < at.student()).isPresent();
        if (accuracy.isPresent() || past) {
            return new QueuedStudent(kind, task.student(), State.DONE, accuracy, 0);
        }
        return now.filter(at -> at.student() == place)
                .map(at -> new QueuedStudent(kind, task.student(), State.RUNNING, accuracy, at.epoch()))
                .orElse(new QueuedStudent(kind, task.student(), State.WAITING, accuracy, 0));
    }
}
