package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.dwastudio.config.StageName;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.ui.squeeze.SqueezeCurves;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioSqueezeTest {
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
    void theStageLineSwitchesBetweenThePages(FxRobot robot) {
        assertThat(robot.lookup("#recipe").tryQuery()).isEmpty();

        robot.clickOn("#stage-squeeze");
        assertThat(robot.lookup("#recipe").tryQuery()).isPresent();
        assertThat(robot.lookup(".image-grid").tryQuery()).isEmpty();

        robot.clickOn("#stage-synthesis");
        assertThat(robot.lookup("#recipe").tryQuery()).isEmpty();
        assertThat(robot.lookup(".image-grid").tryQuery()).isPresent();
    }

    @Test
    void thePagesAreReachedByKeysToo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(robot.lookup("#recipe").tryQuery()).isPresent();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(robot.lookup("#recipe").tryQuery()).isEmpty();

        robot.interact(() -> robot.lookup("#stage-squeeze").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(robot.lookup("#recipe").tryQuery()).isPresent();
    }

    @Test
    void curvesFiguresAndStatusFollowTheTraining(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(25);

        SqueezeCurves curves = studio.studio.squeezing().squeeze().curves();
        assertThat(curves.trainingLoss().size()).isEqualTo(2);
        assertThat(curves.testAccuracy().x(1)).isEqualTo(2);
        assertThat(curves.testAccuracy().y(1)).isBetween(42.0, 43.0);
        assertThat(curves.trainingAccuracy().y(0)).isBetween(27.9, 28.1);
        assertThat(curves.epochsProperty().get()).isEqualTo(200);
        assertThat(studio.labels(".stage-charts .figure-value").subList(0, 2)).containsExactly("3 / 200", "42.2 %");
        assertThat(status(robot)).isEqualTo("Training a teacher · epoch 3 / 200");
        assertThat(studio.labels(".stage-words")).contains("epoch 3 of 200");
    }

    @Test
    void theTrainingContinuesWhicheverPageAndLanguageIsShown(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(5);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        studio.advanceSqueeze(10);
        assertThat(status(robot)).isEqualTo("教師モデルの学習中 · エポック 2 / 200");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(studio.studio.squeezing().squeeze().curves().trainingLoss().size())
                .isEqualTo(1);
        assertThat(studio.labels(".stage-charts .figure-value")).first().isEqualTo("2 / 200");
    }

    @Test
    void pauseHoldsTheTraining(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(3);

        robot.clickOn("#pause-button");
        assertThat(studio.engine.squeeze().control().isPaused()).isTrue();
        assertThat(status(robot)).isEqualTo("Paused · Training a teacher · epoch 1 / 200");

        robot.clickOn("#pause-button");
        assertThat(studio.engine.squeeze().control().isPaused()).isFalse();
        studio.advanceSqueeze(3);
        assertThat(status(robot)).isEqualTo("Training a teacher · epoch 1 / 200");
    }

    @Test
    void stopKeepsTheTeacherAndOffersToResumeFromTheLastEpoch(FxRobot robot) {
        showSqueeze(robot);
        assertThat(robot.lookup("#squeeze-resume").query().isVisible()).isFalse();
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(25);

        robot.clickOn("#stop-button");
        studio.awaitSqueeze(RunPhase.IDLE);

        assertThat(studio.awaitNotice("squeeze.notice.stopped").arguments().get(0))
                .isEqualTo("42.2");
        assertThat(robot.lookup("#squeeze-resume").query().isVisible()).isTrue();
        Path folder = studio.engine.squeeze().folder();

        robot.clickOn("#squeeze-resume");
        studio.awaitSqueeze(RunPhase.RUNNING);
        assertThat(studio.engine.squeezes()).hasSize(2);
        assertThat(studio.engine.squeeze().folder()).isEqualTo(folder);
        studio.advanceSqueeze(10);
        SqueezeCurves curves = studio.studio.squeezing().squeeze().curves();
        assertThat(curves.trainingLoss().size()).isEqualTo(3);
        assertThat(curves.trainingLoss().x(2)).isEqualTo(3);
    }

    @Test
    void aFolderWithoutACheckpointIsRefusedWithAMessage(FxRobot robot) {
        showSqueeze(robot);
        studio.picker.answer = Optional.of(studio.home.resolve("nothing"));

        robot.clickOn("#squeeze-resume-other");

        assertThat(studio.awaitNotice("squeeze.notice.resume").arguments().get(0))
                .contains("nothing");
        assertThat(studio.studio.squeezing().squeeze().work().stateProperty().get())
                .isEqualTo(RunPhase.IDLE);
    }

    @Test
    void theNewTeacherGoesIntoTheLibraryAndIsUsed(FxRobot robot) {
        showSqueeze(robot);
        robot.interact(() -> value(SqueezeConfig.EPOCHS).set(2));
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(20);
        studio.awaitSqueeze(RunPhase.IDLE);
        assertThat(studio.awaitNotice("squeeze.notice.finished").arguments().get(0))
                .isEqualTo("42.2");
        assertThat(robot.lookup("#squeeze-resume").query().isVisible()).isFalse();

        robot.interact(() -> robot.lookup("#trained-name").<TextField>query().setText("mine"));
        robot.clickOn("#use-trained");

        Path file = studio.library.folder().resolve("mine.safetensors");
        TestStudio.await(() ->
                studio.workspace.parameters().experiment().teacher().weights().equals(file.toString()));
        assertThat(file).exists();
        TestStudio.await(() -> studio.workspace.teachers().library().teachers().size() == 1);
        assertThat(studio.workspace.teachers().library().teachers().get(0).testAccuracy())
                .isBetween(0.42, 0.43);
    }

    @Test
    void aFailedTrainingShowsTheReason(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-start");
        studio.engine.failWith("The loss is not a number. Please lower the learning rate.");
        studio.engine.allow(1);

        studio.awaitSqueeze(RunPhase.IDLE);
        assertThat(studio.awaitNotice("squeeze.notice.failed").arguments())
                .containsExactly("The loss is not a number. Please lower the learning rate.");
    }

    @Test
    void aSynthesisIsQueuedWhileATeacherIsTrained(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(2);
        robot.clickOn("#stage-synthesis");

        robot.push(KeyCode.F5);
        assertThat(studio.engine.runs()).isEmpty();
        assertThat(studio.workspace.queue().lineProperty().get().waiting()).hasSize(1);
    }

    @Test
    void aTrainingIsRefusedWithAMessageWhileASynthesisRuns(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);
        robot.clickOn("#stage-squeeze");

        robot.clickOn("#squeeze-start");

        studio.awaitNotice("notice.busy.synthesis");
        assertThat(studio.engine.squeezes()).isEmpty();
    }

    @Test
    void closingInMidTrainingAsksAndStops(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-start");
        studio.advanceSqueeze(2);

        robot.interact(() -> studio.stage.fireEvent(new WindowEvent(studio.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(studio.stage.isShowing()).isTrue();
        robot.clickOn("Stop and close");

        TestStudio.await(() -> !studio.stage.isShowing());
        assertThat(studio.engine.squeeze().control().token().isCancelled()).isTrue();
    }

    private void showSqueeze(FxRobot robot) {
        robot.interact(() -> studio.workspace.stages().shownProperty().set(StageName.SQUEEZE));
    }

    private DoubleProperty value(Parameter<SqueezeConfig> parameter) {
        return studio.studio.squeezing().recipe().valueOf(parameter);
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#status").<Label>query().getText();
    }
}
