package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.fake.FakeRun;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The queue in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioQueueTest {
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
        robot.interact(() -> studio.workspace.queue().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void aSynthesisWithAnotherRadiusAndItsStudentsFollowTheRunInProgress(FxRobot robot) throws IOException {
        robot.interact(() -> {
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(1);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
            studio.setRecipe(EvaluationConfig.STUDENTS, 1);
        });
        robot.push(KeyCode.F5);
        studio.awaitState(RunPhase.RUNNING);
        TestStudio.await(() -> button(robot, "#start-button").getText().equals("Queue"));

        robot.push(KeyCode.F5);
        TestStudio.await(() -> robot.lookup("#queue-edit-accept").tryQuery().isPresent());
        robot.interact(() -> field(robot, "Radius ρ").setText("0.5"));
        TestStudio.await(() -> !button(robot, "#queue-edit-accept").isDisabled());
        robot.interact(() -> button(robot, "#queue-edit-accept").fire());
        TestStudio.await(() -> list(robot).getItems().size() == 1);
        robot.interact(() -> button(robot, "#queue-following").fire());
        TestStudio.await(() -> list(robot).getItems().size() == 2);
        assertThat(button(robot, "#queue-button").getText()).isEqualTo("Queue · 2");
        assertThat(chips(robot)).contains("Radius ρ 0.5", "Iterations 3", "Images per class 1");

        studio.engine.allow(3);
        TestStudio.await(() -> studio.engine.runs().size() == 2);
        assertThat(studio.engine.runs())
                .extracting(FakeRun::experiment)
                .extracting(one -> one.synthesis().adjustment().rho())
                .containsExactly(0.015, 0.5);
        studio.awaitNotice("queue.notice.started");

        // The engine of the test writes nothing.
        Path made = Files.createDirectories(
                studio.studio.synthesis().run().folderProperty().get().orElseThrow());
        Files.writeString(made.resolve("run.log"), "2026-11-23T15:31:00Z  synthesis finished\n");
        studio.engine.allow(3);
        studio.awaitEvaluation(RunPhase.RUNNING);
        assertThat(studio.evaluation().evaluated().isShown()).isTrue();
        studio.advanceEvaluation(KINDS * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);
        TestStudio.await(() -> list(robot).getItems().isEmpty());
        assertThat(button(robot, "#queue-button").isVisible()).isFalse();
    }

    @Test
    void stagesAreMovedAndRemovedByKeyboard(FxRobot robot) {
        robot.push(KeyCode.F5);
        studio.awaitState(RunPhase.RUNNING);
        for (String name : List.of("one", "two", "three")) {
            robot.interact(() -> studio.workspace
                    .queueing()
                    .add(
                            studio.workspace.stages().shownProperty().get(),
                            studio.workspace.parameters().experiment().withName(name)));
        }
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        TestStudio.await(() -> robot.lookup("#queue-list").tryQuery().isPresent());
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().select(0);
        });

        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(names(robot)).containsExactly("two", "one", "three");
        robot.push(KeyCode.DELETE);
        assertThat(names(robot)).containsExactly("two", "three");
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(names(robot)).containsExactly("three", "two");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(names(robot)).containsExactly("three", "one", "two");
    }

    @Test
    void enterLeadsToTheNextFieldAndOnlyControlEnterSubmits(FxRobot robot) {
        robot.push(KeyCode.F5);
        studio.awaitState(RunPhase.RUNNING);
        TestStudio.await(() -> button(robot, "#start-button").getText().equals("Queue"));
        robot.push(KeyCode.F5);
        TestStudio.await(() -> robot.lookup("#queue-field-0").tryQuery().isPresent());
        TestStudio.await(() -> !button(robot, "#queue-edit-accept").isDisabled());
        robot.interact(() -> robot.lookup("#queue-field-0").query().requestFocus());

        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#queue-field-1").query().isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#queue-field-2").query().isFocused()).isTrue();
        assertThat(list(robot).getItems()).isEmpty();

        int last = robot.lookup("#queue-edit .text-field").queryAll().size() - 1;
        robot.interact(() -> robot.lookup("#queue-field-" + last).query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(button(robot, "#queue-edit-accept").isFocused()).isTrue();
        assertThat(list(robot).getItems()).isEmpty();

        robot.interact(() -> robot.lookup("#queue-field-1").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        TestStudio.await(() -> list(robot).getItems().size() == 1);
    }

    @Test
    void anEmptyQueueTeachesHowItIsFilled(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        TestStudio.await(() -> robot.lookup("#queue-list").tryQuery().isPresent());

        assertThat(((Label) list(robot).getPlaceholder()).getText()).startsWith("Nothing is queued.");
        assertThat(button(robot, "#queue-remove").isDisabled()).isTrue();
        assertThat(button(robot, "#queue-undo").isVisible()).isFalse();
    }

    @SuppressWarnings("unchecked") // The list holds queued stages only.
    private static ListView<QueuedStage> list(FxRobot robot) {
        return robot.lookup("#queue-list").queryAs(ListView.class);
    }

    private static List<String> names(FxRobot robot) {
        return list(robot).getItems().stream()
                .map(stage -> stage.experiment().name())
                .toList();
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).queryButton();
    }

    private static TextField field(FxRobot robot, String name) {
        return robot.lookup("#queue-edit .text-field").<Node>queryAll().stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup("#queue-list .queue-chip").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
