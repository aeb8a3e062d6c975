package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.stage.evaluation.result.FairScore;
import org.dwastudio.stage.evaluation.result.FairScores;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.evaluation.EvaluationResults.Row;
import org.dwastudio.ui.evaluation.QueuedStudent.State;
import org.dwastudio.ui.evaluation.StudentKind;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioEvaluationTest {
    private static final StudentKind DISTILLED_SOFT = StudentKind.all().get(0);
    private static final int KINDS = 6;

    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void withoutARunThePageShowsTheNextStepAndDoesNotStart(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);

        assertThat(status(robot))
                .isEqualTo("There is no run with images yet. Please distill images first, or choose the folder of an"
                        + " earlier run.");
        assertThat(robot.lookup("#start-button").query().isDisabled()).isTrue();

        robot.clickOn("#evaluation-distill");
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SYNTHESIS);
        assertThat(robot.lookup("#start-button").query().isDisabled()).isFalse();
    }

    @Test
    void startTrainsStudentsOnTheChosenRunByTheShownRecipe(FxRobot robot) throws IOException {
        Path run = studio.showRun(robot);
        robot.interact(() -> {
            choosePreset("modern");
            studio.setRecipe(EvaluationConfig.STUDENTS, 2);
        });

        robot.push(KeyCode.F5);

        assertThat(studio.engine.evaluation().folder()).isEqualTo(run);
        assertThat(studio.engine.evaluation().config())
                .isEqualTo(EvaluationConfig.STUDENTS.replacedIn(EvaluationConfig.modern(), 2));
        assertThat(robot.lookup("#student-recipe").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#step-button").query().isDisabled()).isTrue();
    }

    @Test
    void theQueueReportsDoneRunningAndWaitingStudents(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        studio.advanceEvaluation(FakeEvaluation.STEPS + 3);
        TestStudio.await(() ->
                studio.evaluation().queueProperty().get().get(0).accuracy().isPresent());

        assertThat(studio.evaluation().queueProperty().get())
                .extracting(student -> student.state())
                .containsExactly(State.DONE, State.RUNNING, State.WAITING, State.WAITING, State.WAITING, State.WAITING);
        assertThat(studio.labels(".queue-cell"))
                .containsExactly("80.0 %", "81 / 400", "waiting", "waiting", "waiting", "waiting");
        assertThat(status(robot)).isEqualTo("Evaluating · student 2 / 6 · epoch 81 / 400");
        assertThat(studio.labels(".stage-words")).contains("student 2 of 6");
    }

    @Test
    void everySetHasACurveThatTheNextStudentLeavesFaint(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        studio.advanceEvaluation(3 * FakeEvaluation.STEPS + FakeEvaluation.STEPS / 2);

        List<ChartSeries> accuracy = studio.evaluation().curves().accuracy();
        List<ChartSeries> distilled = studio.evaluation().curves().brightOf(DISTILLED_SOFT);
        assertThat(accuracy).hasSize(4);
        assertThat(accuracy.get(0).isFaint()).isTrue();
        assertThat(accuracy.get(0).x(1)).isEqualTo(400);
        assertThat(accuracy.get(0).y(1)).isEqualTo(80);
        assertThat(distilled.get(0).size()).isEqualTo(1);
        assertThat(distilled.get(0).x(0)).isEqualTo(200);
        assertThat(distilled.get(0).y(0)).isEqualTo(50);
        // Hard labels have begun: losses of soft ones are no comparison.
        assertThat(studio.evaluation().curves().loss()).hasSize(3);
        assertThat(distilled.get(1).y(0)).isEqualTo(0.4);
    }

    @Test
    void resultsAreShownAsMeansWithSpreadAndScores(FxRobot robot) throws IOException {
        studio.startStudents(robot, 2);
        studio.advanceEvaluation(2 * KINDS * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);

        Row distilled = studio.evaluation()
                .resultsProperty()
                .get()
                .orElseThrow()
                .row(DISTILLED_SOFT)
                .orElseThrow();
        assertThat(distilled.students()).isEqualTo(2);
        assertThat(distilled.last().mean()).isEqualTo(0.805);
        assertThat(distilled.kept()).isEqualTo(0.01);
        assertThat(distilled.accuracyOf(0)).isEqualTo(0.805);
        FairScores scores =
                studio.evaluation().resultsProperty().get().orElseThrow().scores();
        assertThat(scores.of(FairScore.HLR).orElseThrow().spread().mean()).isCloseTo(0.1, offset(1e-9));
        assertThat(scores.of(FairScore.IOR).orElseThrow().spread().mean()).isCloseTo(0.1, offset(1e-9));
        assertThat(scores.of(FairScore.ARS)).isEmpty();
        assertThat(studio.labels("#result-table .label"))
                .containsSubsequence("distilled", "soft", "100", "1 %", "2", "80.5 ± 0.7", "81.0 ± 0.7", "99.0 ± 0.0");
        assertThat(studio.labels("#evaluation-scores .score-value"))
                .containsExactly("+10.0 ± 0.0", "+10.0 ± 0.0", "0.269 ± 0.000");
        assertThat(studio.labels(".stage-words")).contains("other run: 80.5 % distilled");
        assertThat(studio.awaitNotice("evaluation.notice.finished").arguments()).contains("12");
        assertThat(robot.lookup("#evaluation-bars .bar-list").query().getAccessibleText())
                .startsWith("distilled · soft 80.5 ± 0.7, random real · soft 70.5 ± 0.7");
        assertThat(robot.lookup("#confusion").query().getAccessibleText()).contains("Trouser 80.5");
    }

    @Test
    void theTableCopiesAsMarkdownLatexAndCsv(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        studio.advanceEvaluation(KINDS * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);

        assertThat(copied(robot, "#evaluation-copy-markdown")).startsWith("| trained on | labels |");
        assertThat(copied(robot, "#evaluation-copy-latex")).startsWith("\\begin{tabular}");
        assertThat(copied(robot, "#evaluation-copy-csv")).startsWith("set,labels,student,images,steps,top1_last");
    }

    @Test
    void stopKeepsWhatIsDoneAndStartContinuesWithTheOthers(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        studio.advanceEvaluation(FakeEvaluation.STEPS + 3);
        robot.push(KeyCode.F8);
        studio.awaitEvaluation(RunPhase.IDLE);

        assertThat(studio.awaitNotice("evaluation.notice.stopped").arguments()).startsWith("1", "6");
        assertThat(studio.evaluation().queueProperty().get())
                .extracting(student -> student.state())
                .startsWith(State.DONE, State.WAITING);
        assertThat(((Label) robot.lookup("#evaluation-plan").query()).getText())
                .endsWith("Finished: 1. The others take about 1 m 0 s.");

        robot.push(KeyCode.F5);
        studio.advanceEvaluation((KINDS - 1) * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);
        assertThat(studio.engine.evaluation().stepsMade()).isEqualTo((KINDS - 1) * FakeEvaluation.STEPS);
        assertThat(studio.evaluation().resultsProperty().get().orElseThrow().students())
                .hasSize(KINDS);
    }

    @Test
    void earlierResultsOfAnotherRecipeAreShownAsSuchAndTheirRecipeCanBeTaken(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        studio.advanceEvaluation(KINDS * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);
        EvaluationConfig evaluated = studio.engine.evaluation().config();

        robot.interact(() -> studio.setRecipe(EvaluationConfig.EPOCHS, 50));
        assertThat(studio.evaluation().showsOtherRecipe()).isTrue();
        assertThat(studio.evaluation().queueProperty().get())
                .extracting(student -> student.state())
                .containsOnly(State.WAITING);

        robot.clickOn("#evaluation-use-recipe");
        assertThat(studio.workspace.parameters().evaluationProperty().get()).isEqualTo(evaluated);
        assertThat(studio.evaluation().showsOtherRecipe()).isFalse();
    }

    @Test
    void aFailureIsReportedAndWhatIsDoneStays(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        studio.advanceEvaluation(FakeEvaluation.STEPS);
        studio.engine.failWith("The student's loss was NaN. Please lower evaluation.learningRate.");
        studio.engine.allow(1);
        studio.awaitEvaluation(RunPhase.IDLE);

        assertThat(studio.awaitNotice("evaluation.notice.failed").arguments().get(0))
                .startsWith("The student's loss was NaN.");
        assertThat(studio.evaluation().work().failedProperty().get()).isTrue();
        assertThat(studio.workspace.notices().shown()).hasSize(1);
    }

    @Test
    void studentsOfOneKindOfLabelsAreHalfAsMany(FxRobot robot) throws IOException {
        studio.showRun(robot);
        robot.interact(() -> {
            studio.setRecipe(EvaluationConfig.STUDENTS, 1);
            studio.studio.students().recipe().choices().labelsProperty().set(LabelKinds.SOFT);
        });
        assertThat(studio.labels(".queue-cell")).hasSize(KINDS / 2);
        assertThat(((Label) robot.lookup("#evaluation-plan").query()).getText()).startsWith("3 students with soft");

        robot.push(KeyCode.F5);
        studio.advanceEvaluation(KINDS / 2 * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);

        assertThat(studio.evaluation().resultsProperty().get().orElseThrow().students())
                .extracting(student -> student.kind().labels())
                .containsExactly("soft", "soft", "soft");
        assertThat(studio.evaluation().queueProperty().get())
                .extracting(student -> student.state())
                .containsOnly(State.DONE);
    }

    @Test
    void aFolderThatIsNoRunIsRefusedWithAMessage(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        studio.picker.answer = Optional.of(studio.home);
        robot.clickOn("#evaluation-choose-run");

        assertThat(studio.awaitNotice("evaluation.notice.run").arguments().get(0))
                .contains("is no run folder");
        assertThat(studio.evaluation().evaluated().runProperty().get()).isEmpty();
    }

    @Test
    void aWarmUpLongerThanTheTrainingIsReportedAndDisablesStart(FxRobot robot) throws IOException {
        studio.showRun(robot);
        robot.interact(() -> {
            studio.setRecipe(EvaluationConfig.EPOCHS, 5);
            studio.setRecipe(EvaluationOptimizer.WARM_UP_EPOCHS, 6);
        });
        assertThat(status(robot)).startsWith("The warm-up (6 epochs) is longer than the training (5).");
        assertThat(robot.lookup("#start-button").query().isDisabled()).isTrue();

        robot.interact(() -> studio.setRecipe(EvaluationOptimizer.WARM_UP_EPOCHS, 5));
        assertThat(robot.lookup("#start-button").query().isDisabled()).isFalse();
    }

    @Test
    void closingInMidEvaluationAsksAndStops(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        robot.interact(() -> studio.stage.fireEvent(new WindowEvent(studio.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(studio.stage.isShowing()).isTrue();

        robot.clickOn("Stop and close");
        TestStudio.await(() -> !studio.stage.isShowing());
        assertThat(studio.engine.evaluation().control().token().isCancelled()).isTrue();
    }

    private void choosePreset(String key) {
        var recipe = studio.studio.students().recipe();
        recipe.choosePreset(recipe.kind().presets().stream()
                .filter(preset -> preset.key().equals(key))
                .findFirst()
                .orElseThrow());
    }

    private static String status(FxRobot robot) {
        return ((Label) robot.lookup("#status").query()).getText();
    }

    private static String copied(FxRobot robot, String button) {
        AtomicReference<String> text = new AtomicReference<>();
        robot.clickOn(button);
        robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }
}
