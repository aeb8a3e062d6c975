package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioRunTest {
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
    void startRunsTheExperimentThatThePanelShows(FxRobot robot) {
        robot.clickOn("#start-button");

        assertThat(studio.engine.runs()).hasSize(1);
        assertThat(studio.engine.run().experiment()).isEqualTo(SynthesisPresets.demonstration());
        assertThat(button(robot, "#start-button").getText()).isEqualTo("Queue");
        assertThat(button(robot, "#pause-button").isDisabled()).isFalse();
        assertThat(button(robot, "#stop-button").isDisabled()).isFalse();
    }

    @Test
    void gridFiguresAndStatusFollowTheRun(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(12);

        assertThat(status(robot)).isEqualTo("Column 1 of 10 · iteration 12 / 300");
        assertThat(studio.studio.synthesis().images().shown()).hasSize(10);
        assertThat(studio.studio
                        .synthesis()
                        .images()
                        .shown()
                        .get(new ColumnSlice(0, 0))
                        .state())
                .isEqualTo(ColumnState.RUNNING);
        assertThat(studio.studio
                        .synthesis()
                        .images()
                        .shown()
                        .get(new ColumnSlice(9, 0))
                        .state())
                .isEqualTo(ColumnState.WAITING);
        assertThat(studio.labels(".figure-value")).first().isNotEqualTo("–");
        assertThat(studio.labels(".stage-words"))
                .containsExactlyInAnyOrder(
                        "92.1 % test accuracy", "column 1 of 10", "on the fly", "students", "image folder");
    }

    @Test
    void aFinishedColumnIsMarkedAndTheNextRuns(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(301);

        assertThat(studio.studio
                        .synthesis()
                        .images()
                        .shown()
                        .get(new ColumnSlice(0, 0))
                        .state())
                .isEqualTo(ColumnState.FINISHED);
        assertThat(status(robot)).isEqualTo("Column 2 of 10 · iteration 1 / 300");
        assertThat(studio.labels(".status-line .label")).anyMatch(text -> text.startsWith("Saved "));
    }

    @Test
    void pauseHoldsTheRunAndResumeLetsItContinue(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(3);

        robot.clickOn("#pause-button");
        assertThat(studio.engine.run().control().isPaused()).isTrue();
        assertThat(status(robot)).startsWith("Paused · Column 1 of 10");
        assertThat(button(robot, "#pause-button").getText()).isEqualTo("Resume");

        robot.clickOn("#pause-button");
        assertThat(studio.engine.run().control().isPaused()).isFalse();
        studio.advance(3);
        assertThat(status(robot)).isEqualTo("Column 1 of 10 · iteration 6 / 300");
    }

    @Test
    void stepMakesExactlyOneIteration(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(3);
        robot.clickOn("#pause-button");
        studio.engine.allow(100);

        robot.clickOn("#step-button");
        TestStudio.await(() -> studio.engine.run().iterationsMade() == 4);
        betweenTwoSteps();

        assertThat(studio.engine.run().iterationsMade()).isEqualTo(4);
        assertThat(studio.studio.synthesis().run().work().stateProperty().get()).isEqualTo(RunPhase.PAUSED);
    }

    @Test
    void stepWithoutARunStartsOneThatHoldsAfterItsFirstIteration(FxRobot robot) {
        robot.clickOn("#step-button");
        studio.engine.allow(100);
        TestStudio.await(() -> studio.engine.run().iterationsMade() == 1);
        betweenTwoSteps();

        assertThat(studio.engine.run().iterationsMade()).isEqualTo(1);
        assertThat(studio.engine.run().control().isPaused()).isTrue();
    }

    @Test
    void stopKeepsWhatIsDoneAndLetsStartBegin(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(5);

        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);

        assertThat(studio.engine.run().iterationsMade()).isEqualTo(5);
        assertThat(studio.awaitNotice("notice.stopped").arguments())
                .containsExactly(studio.home
                        .resolve("runs/20261123-153100-demonstration")
                        .toString());
        assertThat(button(robot, "#start-button").isDisabled()).isFalse();
        assertThat(studio.studio.synthesis().images().shown()).hasSize(10);
    }

    @Test
    void theRunEndsByItselfAndReportsItsFolders(FxRobot robot) {
        robot.interact(() -> {
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(2);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(10);
        });
        robot.clickOn("#start-button");
        studio.engine.allow(20);
        studio.awaitState(RunPhase.IDLE);

        assertThat(studio.awaitNotice("notice.finished").details()).isEmpty();
        assertThat(studio.labels(".stage-words")).contains("2 columns");
        assertThat(studio.studio.synthesis().images().shown().values())
                .extracting(images -> images.state())
                .containsExactly(ColumnState.FINISHED, ColumnState.FINISHED);
    }

    @Test
    void aFailureIsReportedWithDetailsOnRequest(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);
        studio.engine.failWith("The disk is full. Please free some space and start again.");
        studio.engine.allow(1);
        studio.awaitState(RunPhase.IDLE);

        Label words = robot.lookup(".notice-failed .notice-header .label").query();
        assertThat(words.getText())
                .isEqualTo("The run ended early. The disk is full. Please free some space and start again.");
        assertThat(robot.lookup(".notice .text-area").tryQuery()).isEmpty();
        Hyperlink details = robot.lookup(".notice .hyperlink").query();
        robot.clickOn(details);
        TextArea trace = robot.lookup(".notice .text-area").query();
        assertThat(trace.getText()).startsWith("stack trace of");
        assertThat(studio.workspace.notices().shown()).hasSize(1);
        assertThat(studio.labels(".stage-words")).contains("failed");
    }

    @Test
    void aClickOnAImageAsksTheTeacher(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(4);

        robot.interact(
                () -> studio.studio.synthesis().images().selectedProperty().set(new Tile(8, 0)));

        TestStudio.await(() ->
                !studio.studio.synthesis().inspector().guessesProperty().get().isEmpty());
        assertThat(studio.labels(".inspector .label"))
                .anyMatch(text -> text.startsWith("Bag · column 1 · iteration "))
                .contains("98.7 %");
    }

    private void betweenTwoSteps() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        assertThat(studio.engine.run().control().ask(() -> asked.complete(null)))
                .isTrue();
        asked.join();
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#status").<Label>query().getText();
    }
}
