package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.ui.evaluation.QueuedStudent.State;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.stage.StageProgress.Place;
import org.dwastudio.ui.stage.StageWork;

/** View model of the evaluation of a run: start, progress, student queue and results. FX thread only. */
public final class EvaluationViewModel {
    private final Engine engine;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final EvaluatedRunViewModel evaluated;
    private final KeptResultsViewModel kept;
    private final EvaluationCurves curves = new EvaluationCurves();
    private final StageProgress progress;
    private final StudentsInTraining training;
    private final StageWork<EvaluationOutcome> work;
    private final ReadOnlyObjectWrapper<List<QueuedStudent>> queue =
            new ReadOnlyObjectWrapper<>(this, "queue", List.of());

    /**
     * Creates the view model, with no evaluation running.
     *
     * @param nanoClock monotonic time in nanoseconds
     * @param evaluated selection of the run to evaluate
     */
    EvaluationViewModel(
            Engine engine,
            Executor fxExecutor,
            LongSupplier nanoClock,
            EvaluatedRunViewModel evaluated,
            ParametersViewModel parameters,
            Notices notices) {
        this.engine = engine;
        this.evaluated = evaluated;
        this.parameters = parameters;
        this.notices = notices;
        kept = new KeptResultsViewModel(engine, fxExecutor);
        progress = new StageProgress(StageName.EVALUATION, EvaluationViewModel::placeOf, nanoClock);
        training = new StudentsInTraining(
                EvaluationViewModel::placeOf, parameters.experiment(), new StudentsInTraining.Listener() {
                    @Override
                    public void begun(int student) {
                        readResultsBefore(student);
                    }

                    @Override
                    public void changed() {
                        showQueue();
                    }
                });
        work = new StageWork<>(
                fxExecutor,
                notices,
                StageWork.FailureKeys.both("evaluation.notice.failed"),
                List.of(progress, training, curves));
        evaluated.runProperty().subscribe(folder -> showRun());
        parameters.evaluationProperty().subscribe(recipe -> {
            curves.preview(recipe.epochs());
            lookUp();
            showQueue();
        });
        kept.resultsProperty().subscribe(results -> showQueue());
        work.stateProperty().subscribe(now -> showQueue());
    }

    /** Returns the selection of the run to evaluate. */
    public EvaluatedRunViewModel evaluated() {
        return evaluated;
    }

    public EvaluationCurves curves() {
        return curves;
    }

    /** Returns the engine's work on the stage. */
    public StageWork<EvaluationOutcome> work() {
        return work;
    }

    public StageProgress progress() {
        return progress;
    }

    /** Students of the shown recipe, in training order. */
    public ReadOnlyObjectProperty<List<QueuedStudent>> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    /** Returns true if all students of the shown recipe are finished or the shown results are of another recipe. */
    public boolean isWhole() {
        return showsOtherRecipe() || queue.get().stream().allMatch(student -> student.state() == State.DONE);
    }

    /** Results of the shown recipe, or else of the recipe of the run's last evaluation. */
    public ReadOnlyObjectProperty<Optional<EvaluationResults>> resultsProperty() {
        return kept.resultsProperty();
    }

    /** Returns true if the shown results belong to a recipe other than the shown one. */
    public boolean showsOtherRecipe() {
        return kept.resultsProperty().get().isPresent() && kept.of(recipe()).isEmpty();
    }

    /** Adopts the recipe of the shown results. */
    public void useRecipeOfResults() {
        kept.resultsProperty()
                .get()
                .ifPresent(results -> parameters.evaluationProperty().set(results.config()));
    }

    /**
     * Returns the estimated training time of the unfinished students in seconds, from the mean time of the finished
     * ones; empty if no student is finished.
     */
    public OptionalDouble remainingSeconds() {
        List<EvaluationResults.Student> done =
                kept.of(recipe()).map(EvaluationResults::students).orElse(List.of());
        OptionalDouble each =
                done.stream().mapToDouble(EvaluationResults.Student::seconds).average();
        long others = queue.get().stream()
                .filter(student -> student.state() != State.DONE)
                .count();
        return each.isPresent() ? OptionalDouble.of(each.getAsDouble() * others) : each;
    }

    /** Starts training students with the shown recipe. Does nothing while an evaluation is running. */
    public void start() {
        if (work.isActive()) {
            return;
        }
        Optional<Path> folder = evaluated.runProperty().get();
        if (folder.isEmpty()) {
            notices.add(Notice.failed("evaluation.notice.noRun", ""));
            return;
        }
        begin(folder.get());
    }

    private void begin(Path folder) {
        work.reset(parameters.experiment());
        work.begin(
                listener -> engine.start(EvaluationRequest.of(folder, recipe()), listener),
                outcome -> outcome.ifPresent(this::end));
    }

    private void end(EvaluationOutcome outcome) {
        kept.show(EvaluationResults.of(outcome));
        notices.add(Notice.done(
                        outcome.cancelled() ? "evaluation.notice.stopped" : "evaluation.notice.finished",
                        outcome.results().size(),
                        outcome.students(),
                        outcome.folder().toString())
                .with("notice.next.folder", new NextStep.OpenFolder(outcome.folder())));
    }

    private static Place placeOf(Progress now, Experiment begun) {
        int epochs = begun.evaluation().epochs();
        long made = Math.max(0, now.iteration() - 1L);
        int epoch = (int) Math.min(epochs, 1 + made * epochs / Math.max(1, now.iterations()));
        return new Place(now.unit(), now.units(), epoch, epochs, now.step(), now.totalSteps());
    }

    private EvaluationConfig recipe() {
        return parameters.evaluationProperty().get();
    }

    private void showRun() {
        if (!work.isActive()) {
            kept.clear();
            work.clear(parameters.experiment());
            lookUp();
        }
    }

    private void lookUp() {
        evaluated.runProperty().get().ifPresent(folder -> kept.ask(folder, recipe()));
    }

    /** Reads the results again when another student begins, because an earlier one may be evaluated by then. */
    private void readResultsBefore(int student) {
        if (student > 0) {
            lookUp();
        }
    }

    private void showQueue() {
        List<QueuedStudent> students = new ArrayList<>();
        Optional<EvaluationResults> known = kept.of(recipe());
        List<StudentTask> tasks = StudentTask.all(recipe());
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
        boolean active = work.isActive();
        if (accuracy.isPresent() || (active && training.isDone(place))) {
            return new QueuedStudent(kind, task.student(), State.DONE, accuracy, 0);
        }
        OptionalInt epoch = active ? training.epochOf(place) : OptionalInt.empty();
        return epoch.isPresent()
                ? new QueuedStudent(kind, task.student(), State.RUNNING, accuracy, epoch.getAsInt())
                : new QueuedStudent(kind, task.student(), State.WAITING, accuracy, 0);
    }
}
