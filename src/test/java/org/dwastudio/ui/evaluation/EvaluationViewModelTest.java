package org.dwastudio.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.ui.evaluation.QueuedStudent.State;
import org.dwastudio.ui.fake.ScriptedEngine;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationViewModelTest {
    private static final Path RUN = Path.of("runs", "one");
    private static final Path OTHER = Path.of("runs", "other");
    private static final List<String> CLASSES = List.of("cat", "dog");

    @TempDir
    private Path home;

    private StudioModels models;
    private ScriptedEngine engine;
    private ParametersViewModel parameters;
    private EvaluationViewModel evaluation;
    private int students;

    @BeforeEach
    void create() {
        models = new StudioModels(home);
        engine = models.engine();
        parameters = models.studio().workspace().parameters();
        evaluation = models.studio().students().evaluation();
        students = StudentTask.all(recipe()).size();
    }

    @Test
    void withoutARunNothingStarts() {
        evaluation.start();

        assertThat(engine.started()).isEmpty();
        assertThat(models.notices()).containsExactly("evaluation.notice.noRun");
        assertThat(evaluation.work().stateProperty().get()).isEqualTo(RunPhase.IDLE);
    }

    @Test
    void startTrainsTheShownRecipeOnTheShownRunAndOnlyOnce() {
        evaluation.evaluated().show(RUN);
        parameters.evaluationProperty().set(EvaluationConfig.EPOCHS.replacedIn(recipe(), 7));

        evaluation.start();
        evaluation.start();

        assertThat(engine.started()).hasSize(1);
        assertThat(engine.last().request()).isEqualTo(EvaluationRequest.of(RUN, recipe()));
        assertThat(evaluation.work().stateProperty().get()).isEqualTo(RunPhase.RUNNING);
    }

    @Test
    void theShownRunAndRecipeAreEstimatedWhileThePageIsShown() {
        evaluation.evaluated().show(RUN);
        assertThat(engine.estimated()).doesNotContain(EvaluationRequest.of(RUN, recipe()));

        models.studio().workspace().stages().show(StageName.EVALUATION);

        assertThat(engine.estimated()).contains(EvaluationRequest.of(RUN, recipe()));
    }

    @Test
    void theQueueFollowsTheProgress() {
        begin();
        assertThat(states()).containsOnly(State.WAITING);

        emitProgress(1, 6);

        assertThat(states().subList(0, 3)).containsExactly(State.DONE, State.RUNNING, State.WAITING);
        // 5 of 10 steps are done: the sixth begins the second half.
        assertThat(evaluation.queueProperty().get().get(1).epoch()).isEqualTo(1 + recipe().epochs() / 2);
        assertThat(evaluation.isWhole()).isFalse();
    }

    @Test
    void studentsThatTrainAtTheSameTimeAreAllRunning() {
        begin();

        emitProgress(0, 6);
        emitProgress(2, 1);
        emitProgress(0, 7);

        assertThat(states().subList(0, 4)).containsExactly(State.RUNNING, State.DONE, State.RUNNING, State.WAITING);
        assertThat(evaluation.queueProperty().get().get(0).epoch()).isEqualTo(1 + 6 * recipe().epochs() / 10);
        assertThat(evaluation.queueProperty().get().get(2).epoch()).isEqualTo(1);

        emitProgress(0, 10);
        emitProgress(2, 4);

        assertThat(states().subList(0, 3)).containsExactly(State.DONE, State.DONE, State.RUNNING);
    }

    @Test
    void resultsAreRequestedWhenTheNextStudentBegins() {
        begin();
        answerAll(Optional.empty());
        int asked = engine.evaluations().size();

        emitProgress(0, 5);
        assertThat(engine.evaluations()).hasSize(asked);
        emitProgress(1, 1);
        assertThat(engine.evaluations()).hasSize(asked + 1);
        emitProgress(0, 6);
        emitProgress(1, 2);
        assertThat(engine.evaluations()).hasSize(asked + 1);
    }

    @Test
    void aFinishedEvaluationShowsItsResults() {
        begin();
        engine.last().end(outcome(RUN, recipe(), students));

        assertThat(evaluation.work().stateProperty().get()).isEqualTo(RunPhase.IDLE);
        assertThat(models.notices()).containsExactly("evaluation.notice.finished");
        assertThat(states()).containsOnly(State.DONE);
        assertThat(evaluation.queueProperty().get().get(0).accuracy().orElseThrow())
                .isEqualTo(0.5, within(0.0));
        assertThat(evaluation.isWhole()).isTrue();
    }

    @Test
    void aStoppedEvaluationKeepsItsStudentsAndEstimatesTheOthers() {
        begin();
        evaluation.work().stop();
        assertThat(evaluation.work().stateProperty().get()).isEqualTo(RunPhase.STOPPING);
        assertThat(engine.last().run().control().token().isCancelled()).isTrue();

        engine.last().end(outcome(RUN, recipe(), 2));

        assertThat(models.notices()).containsExactly("evaluation.notice.stopped");
        assertThat(models.noticeArguments()).startsWith("2", Integer.toString(students));
        assertThat(states().subList(0, 3)).containsExactly(State.DONE, State.DONE, State.WAITING);
        // The finished students took 12 s each.
        assertThat(evaluation.remainingSeconds().orElseThrow()).isEqualTo(12.0 * (students - 2), within(1e-9));
    }

    @Test
    void aFailedEvaluationShowsTheReason() {
        begin();
        emitProgress(1, 1);
        engine.last().fail("no memory");

        assertThat(evaluation.work().failedProperty().get()).isTrue();
        assertThat(models.notices()).containsExactly("evaluation.notice.failed");
        assertThat(models.noticeArguments()).containsExactly("no memory");
        assertThat(states()).containsOnly(State.WAITING);
    }

    @Test
    void anAnswerAboutAnotherRunIsIgnored() {
        evaluation.evaluated().show(RUN);
        evaluation.evaluated().show(OTHER);

        engine.evaluations().get(0).answer().complete(Optional.of(outcome(RUN, recipe(), students)));
        assertThat(evaluation.resultsProperty().get()).isEmpty();

        assertThat(engine.evaluations().get(1).request().folder()).isEqualTo(OTHER);
        engine.evaluations().get(1).answer().complete(Optional.of(outcome(OTHER, recipe(), 1)));
        assertThat(evaluation.resultsProperty().get().map(EvaluationResults::folder))
                .contains(OTHER.resolve("evaluation"));
    }

    @Test
    void anUnreadableRunShowsNoResults() {
        evaluation.evaluated().show(RUN);
        engine.evaluations().get(0).answer().completeExceptionally(new IllegalStateException("broken"));

        assertThat(evaluation.resultsProperty().get()).isEmpty();
        assertThat(models.notices()).isEmpty();
    }

    @Test
    void resultsOfAnotherRecipeLeaveTheQueueWaitingUntilTheirRecipeIsAdopted() {
        EvaluationConfig other = EvaluationConfig.EPOCHS.replacedIn(recipe(), 7);
        evaluation.evaluated().show(RUN);
        answerAll(Optional.of(outcome(RUN, other, students)));

        assertThat(evaluation.showsOtherRecipe()).isTrue();
        assertThat(states()).containsOnly(State.WAITING);

        evaluation.useRecipeOfResults();

        assertThat(recipe()).isEqualTo(other);
        assertThat(evaluation.showsOtherRecipe()).isFalse();
        assertThat(states()).containsOnly(State.DONE);
    }

    private void begin() {
        evaluation.evaluated().show(RUN);
        evaluation.start();
    }

    private void emitProgress(int student, int step) {
        engine.last()
                .emit(new RunEvent.Progress(
                        StageName.EVALUATION, student, step, 10, students, student * 10L + step, students * 10L));
        evaluation.work().follow();
    }

    /** Completes all pending requests for results, also those that follow from the answers. */
    private void answerAll(Optional<EvaluationOutcome> outcome) {
        for (int i = 0; i < engine.evaluations().size(); i++) {
            engine.evaluations().get(i).answer().complete(outcome);
        }
    }

    private List<State> states() {
        return evaluation.queueProperty().get().stream()
                .map(QueuedStudent::state)
                .toList();
    }

    private EvaluationConfig recipe() {
        return parameters.evaluationProperty().get();
    }

    private static EvaluationOutcome outcome(Path run, EvaluationConfig config, int finished) {
        List<StudentResult> results = StudentTask.all(config).stream()
                .limit(finished)
                .map(task -> new StudentResult(
                        task,
                        20,
                        10,
                        0.5,
                        0.625,
                        10,
                        1,
                        12,
                        Collections.nCopies(2, new long[] {1, 1}).toArray(long[][]::new)))
                .toList();
        return new EvaluationOutcome(run.resolve("evaluation"), config, new EvaluationReport(results, 100, CLASSES));
    }
}
