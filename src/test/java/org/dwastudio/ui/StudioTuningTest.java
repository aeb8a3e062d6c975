package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Values that are changed or mistyped before a run and in the middle of it. */
@ExtendWith(ApplicationExtension.class)
class StudioTuningTest {
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
    void aValueChangedInMidRunReachesTheRunAndIsNoted(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(20);

        type(robot, "batchNormWeight", "0.02");
        robot.type(KeyCode.ENTER);
        assertThat(studio.engine.run().tuning().wanted().alignment().batchNormWeight())
                .isEqualTo(0.02);
        assertThat(studio.studio.synthesis().notes().notes()).isEmpty();
        studio.advance(1);

        assertThat(studio.labels(".notes .label"))
                .anyMatch(text -> text.endsWith("Weight λ_BN 0.01 → 0.02 at column 1, iteration 20"))
                .contains("Recorded; replayed when this run is repeated.");
    }

    @Test
    void aSliderDraggedInMidRunReachesTheRunOnceItIsLetGo(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(7);

        robot.drag("#learningRate .thumb").moveBy(-12, 0).moveBy(-12, 0);
        assertThat(studio.engine.run().tuning().wanted().optimizer().learningRate())
                .isEqualTo(0.25);
        robot.drop();

        double shown = studio.workspace
                .parameters()
                .valueOf(SynthesisOptimizer.LEARNING_RATE)
                .get();
        assertThat(shown).isLessThan(0.25);
        assertThat(studio.engine.run().tuning().wanted().optimizer().learningRate())
                .isEqualTo(shown);
        studio.advance(1);
        assertThat(studio.studio.synthesis().notes().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.change().iteration()).isEqualTo(7));
    }

    @Test
    void theRadiusCountsFromTheNextColumn(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(299);
        type(robot, "rho", "0.03");
        robot.type(KeyCode.ENTER);
        studio.advance(1);
        assertThat(studio.studio.synthesis().notes().notes()).isEmpty();
        studio.advance(1);

        assertThat(studio.labels(".notes .label"))
                .anyMatch(text -> text.endsWith("Radius ρ 0.015 → 0.03 at column 2, iteration 0"));
    }

    @Test
    void invalidTextIsExplainedKeepsTheValueAndHoldsStart(FxRobot robot) {
        type(robot, "learningRate", "fast");
        robot.type(KeyCode.ENTER);

        assertThat(studio.workspace
                        .parameters()
                        .valueOf(SynthesisOptimizer.LEARNING_RATE)
                        .get())
                .isEqualTo(0.25);
        assertThat(status(robot)).isEqualTo("Learning rate: “fast” is not a number. Enter a value from 0.0001 to 10.");
        assertThat(button(robot, "#start-button").isDisabled()).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(status(robot)).isEqualTo("Ready");
        assertThat(button(robot, "#start-button").isDisabled()).isFalse();
    }

    @Test
    void invalidTextInMidRunDoesNotReachTheRun(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);

        type(robot, "iterations", "20001");
        robot.type(KeyCode.ENTER);

        assertThat(studio.engine.run().tuning().wanted().iterations()).isEqualTo(300);
        assertThat(field(robot, "iterations").getTooltip().getText()).contains("20001 is outside the allowed range");
    }

    private static void type(FxRobot robot, String parameter, String text) {
        robot.clickOn(field(robot, parameter)).push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    private static TextField field(FxRobot robot, String parameter) {
        Node row = robot.lookup("#" + parameter).query();
        return robot.from(row).lookup(".parameter-value").query();
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#status").<Label>query().getText();
    }
}
