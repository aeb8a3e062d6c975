package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.config.synthesis.Repulsion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Start images that the teacher chooses, and values that contradict each other, in the panel. */
@ExtendWith(ApplicationExtension.class)
class StudioStartImagesTest {
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
    void startImagesThatTheTeacherChoosesHaveSettingsOfTheirOwn(FxRobot robot) {
        Node details = robot.lookup("#start-details").query();
        assertThat(details.isVisible()).isFalse();

        robot.interact(
                () -> studio.workspace.parameters().choices().startProperty().set(StartImages.SUREST));
        assertThat(details.isVisible()).isTrue();
        assertThat(robot.lookup("#startCandidates").query().isVisible()).isTrue();
        assertThat(robot.lookup("#mosaicGrid").query().isManaged()).isFalse();

        robot.interact(
                () -> studio.workspace.parameters().choices().startProperty().set(StartImages.MOSAIC));
        assertThat(robot.lookup("#mosaicCrops").query().isVisible()).isTrue();
        assertThat(robot.lookup("#mosaicGrid").query().isVisible()).isTrue();
    }

    @Test
    void valuesThatContradictEachOtherMustBeChangedBeforeARunCanStart(FxRobot robot) {
        Button start = robot.lookup("#start-button").query();
        robot.interact(() -> {
            studio.workspace.parameters().choices().startProperty().set(StartImages.MOSAIC);
            studio.workspace.parameters().valueOf(Initialization.CANDIDATES).set(39);
            studio.workspace.parameters().valueOf(Initialization.MOSAIC_GRID).set(2);
        });
        assertThat(start.isDisabled()).isTrue();
        assertThat(status(robot))
                .isEqualTo("Candidates: each class needs at least 40; please choose 0 for all, or that many");

        robot.interact(() -> {
            studio.workspace.parameters().valueOf(Initialization.CANDIDATES).set(40);
            studio.workspace.parameters().valueOf(Repulsion.WEIGHT).set(1);
        });
        assertThat(start.isDisabled()).isFalse();

        robot.interact(
                () -> studio.workspace.parameters().choices().orderProperty().set(Order.ALL_AT_ONCE));
        assertThat(start.isDisabled()).isTrue();
        assertThat(status(robot)).startsWith("Repulsion: a column depends on finished ones");

        robot.interact(
                () -> studio.workspace.parameters().choices().methodProperty().set(Method.DISTRIBUTION_MATCHING));
        assertThat(start.isDisabled()).isFalse();
        robot.interact(
                () -> studio.workspace.parameters().choices().methodProperty().set(Method.WEIGHT_ADJUSTMENT));
        assertThat(start.isDisabled()).isTrue();

        robot.interact(
                () -> studio.workspace.parameters().valueOf(Repulsion.WEIGHT).set(0));
        assertThat(start.isDisabled()).isFalse();
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#status").<Label>query().getText();
    }
}
