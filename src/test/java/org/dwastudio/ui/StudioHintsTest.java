package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.teacher.ClassComparison;
import org.dwastudio.ui.fake.FakeRelabel;
import org.dwastudio.ui.fake.FakeSqueeze;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Warnings about settings and teachers, and the next step that a page offers. */
@ExtendWith(ApplicationExtension.class)
class StudioHintsTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> studio.workspace.compute().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void jitterAboveHalfOfTheImageSizeIsExplained(FxRobot robot) {
        TestStudio.await(() ->
                studio.workspace.datasets().current().imageSize().getValue().isPresent());
        setJitter(robot, 14);
        assertThat(robot.lookup("#jitter-note").query().isVisible()).isFalse();

        setJitter(robot, 15);
        assertThat(robot.lookup("#jitter-note").<Label>query().getText())
                .isEqualTo(
                        "A shift of up to 15 pixels moves images of 28×28 pixels by more than half of their size, and"
                                + " what leaves at one edge returns at the other: the teacher rarely sees a whole shape. Paper: 4.");
        assertThat(robot.lookup("#start-button").query().isDisabled()).isFalse();

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        assertThat(robot.lookup("#jitter-note").<Label>query().getText()).startsWith("最大15ピクセルのシフトは28×28ピクセルの画像の半分を超え");
    }

    @Test
    void theRadiusIsDisabledWhileItIsFoundForEveryColumn(FxRobot robot) {
        assertThat(robot.lookup("#rho-note").query().isManaged()).isFalse();

        robot.interact(() -> studio.workspace
                .parameters()
                .valueOf(Adjustment.CROSS_ENTROPY_FACTOR)
                .set(2));
        assertThat(robot.lookup("#rho").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#crossEntropyFactor").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#rho-note").<Label>query().getText())
                .isEqualTo("ρ is found for every column while the CE factor is above 1.");

        robot.interact(() -> studio.workspace
                .parameters()
                .valueOf(Adjustment.CROSS_ENTROPY_FACTOR)
                .set(1));
        assertThat(robot.lookup("#rho").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#rho-note").query().isVisible()).isFalse();
    }

    @Test
    void distributionMatchingShowsItsSettingsAndDisablesThoseWithoutEffect(FxRobot robot) {
        assertThat(robot.lookup("#matching-group").query().isVisible()).isFalse();
        assertThat(robot.lookup("#learningRate").query().isDisabled()).isFalse();

        robot.interact(
                () -> studio.workspace.parameters().choices().methodProperty().set(Method.DISTRIBUTION_MATCHING));
        robot.interact(() -> robot.lookup(".group-toggle").queryButton().fire());

        assertThat(robot.lookup("#matching-group").query().isVisible()).isTrue();
        for (String effective : List.of("matchingRate", "imagesPerClass", "iterations", "jitter", "batchSize")) {
            assertThat(robot.lookup("#" + effective).query().isDisabled())
                    .as(effective)
                    .isFalse();
        }
        for (String without : List.of("rho", "ascentSteps", "learningRate", "batchNormWeight", "adamBeta1")) {
            assertThat(robot.lookup("#" + without).query().isDisabled())
                    .as(without)
                    .isTrue();
        }
        assertThat(robot.lookup(".without-effect").queryAllAs(Label.class))
                .hasSize(5)
                .allMatch(Label::isVisible)
                .extracting(Label::getText)
                .containsOnly("No effect with distribution matching.");
        assertThat(studio.workspace.parameters().synthesis().matching().isOn()).isTrue();

        robot.interact(() -> studio.workspace.parameters().resetToPreset());

        assertThat(robot.lookup("#matching-group").query().isManaged()).isFalse();
        assertThat(robot.lookup("#rho").query().isDisabled()).isFalse();
    }

    @Test
    void aNewTeacherThatKnowsLittleIsWarnedAboutBeforeAndAfterItIsUsed(FxRobot robot) {
        assertThat(robot.lookup("#teacher-weak").query().isVisible()).isFalse();
        train(robot, 2);
        assertThat(robot.lookup("#trained-weak").<Label>query().getText())
                .startsWith("This teacher knows little: test accuracy 42.2 % (chance: 10.0 %).");

        robot.clickOn("#use-trained");
        Notice used = studio.awaitNotice("teacher.notice.used");
        assertThat(used.offers())
                .containsExactly(new Notice.Offer("notice.next.distill", new NextStep.ShowStage(StageName.SYNTHESIS)));
        robot.interact(
                () -> studio.workspace.nextSteps().accept(used.offers().get(0).step()));

        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SYNTHESIS);
    }

    @Test
    void aWeakTeacherIsWarnedAboutOnItsCardUnlessItsAccuracyHereIsUnknown(FxRobot robot) {
        Label warning = robot.lookup("#teacher-weak").query();
        studio.engine.teachers().measureAs(0.34);
        useTeacher(robot, "/weak.safetensors");
        TestStudio.await(warning::isVisible);
        assertThat(warning.getText()).startsWith("This teacher knows little: test accuracy 34.0 % (chance: 10.0 %).");
        assertThat(robot.lookup("#start-button").query().isDisabled()).isFalse();

        studio.engine.teachers().compareAs(ClassComparison.Result.OTHER);
        useTeacher(robot, "/other.safetensors");
        TestStudio.await(() -> robot.lookup("#fit").query().isVisible());
        assertThat(warning.isVisible()).isFalse();
    }

    @Test
    void everyPageExplainsItsStage(FxRobot robot) {
        for (StageName stage : StageName.values()) {
            robot.interact(() -> studio.workspace.stages().shownProperty().set(stage));
            assertThat(studio.labels(".card-title")).as(stage.key()).contains("About this stage");
        }
    }

    @Test
    void theBundledTeacherIsOfferedInsteadOfOneOfOtherClasses(FxRobot robot) {
        studio.engine.teachers().compareAs(ClassComparison.Result.OTHER);
        robot.interact(() ->
                studio.workspace.parameters().useTeacher(new TeacherConfig("/other.safetensors", Optional.empty())));
        TestStudio.await(() -> robot.lookup("#fit-bundled").query().isVisible());
        assertThat(robot.lookup("#teacher-weak").query().isVisible()).isFalse();
        assertThat(robot.lookup("#start-button").query().isDisabled()).isTrue();

        studio.engine.teachers().compareAs(ClassComparison.Result.SAME);
        robot.clickOn("#fit-bundled");

        assertThat(studio.workspace.parameters().teacherProperty().get().weights())
                .isEqualTo(TeacherConfig.BUNDLED);
        TestStudio.await(() -> !robot.lookup("#start-button").query().isDisabled());
    }

    @Test
    void aGoodTeacherIsNotWarnedAbout(FxRobot robot) {
        train(robot, 20);

        assertThat(studio.studio
                        .squeezing()
                        .squeeze()
                        .trainedProperty()
                        .get()
                        .orElseThrow()
                        .bestAccuracy())
                .isGreaterThan(0.8);
        assertThat(robot.lookup("#trained-weak").query().isVisible()).isFalse();
    }

    @Test
    void oneButtonOfAPageStandsOut(FxRobot robot) {
        for (StageName stage : List.of(
                StageName.SQUEEZE, StageName.SYNTHESIS, StageName.RELABEL, StageName.EVALUATION, StageName.EXPORT)) {
            robot.interact(() -> studio.workspace.stages().shownProperty().set(stage));
            assertThat(likely(robot)).as(stage.key()).containsExactly("start-button");
        }

        train(robot, 2);
        assertThat(likely(robot)).containsExactly("use-trained");
        robot.interact(() -> studio.workspace.stages().shownProperty().set(StageName.SYNTHESIS));
        assertThat(likely(robot)).containsExactly("start-button");
    }

    @Test
    void theDeviceOpensItsPreferences(FxRobot robot) {
        robot.clickOn("#device");

        assertThat(studio.workspace.compute().shownProperty().get()).isTrue();
        TestStudio.await(() -> robot.lookup("#compute-found").tryQuery().isPresent());
    }

    @Test
    void thePageOfStoredLabelsOffersToUseThem(FxRobot robot) throws Exception {
        studio.showRun(robot);
        robot.interact(() -> studio.setRecipe(EvaluationConfig.EPOCHS, 1));
        robot.interact(() -> studio.workspace.stages().shownProperty().set(StageName.RELABEL));
        TestStudio.await(() -> studio.relabel().keptProperty().get().value().isPresent());
        Hyperlink use = robot.lookup("#use-stored-labels").query();
        assertThat(use.isVisible()).isFalse();

        robot.interact(() -> studio.workspace.stages().start());
        studio.awaitRelabel(RunPhase.RUNNING);
        studio.engine.allow(FakeRelabel.STEPS);
        studio.awaitRelabel(RunPhase.IDLE);
        TestStudio.await(use::isVisible);
        robot.interact(use::fire);

        assertThat(studio.workspace
                        .parameters()
                        .evaluationProperty()
                        .get()
                        .labels()
                        .softLabels())
                .isEqualTo(SoftLabels.STORED);
        TestStudio.await(() -> !use.isVisible());
    }

    private void useTeacher(FxRobot robot, String file) {
        robot.interact(() -> studio.workspace.parameters().useTeacher(new TeacherConfig(file, Optional.empty())));
    }

    private void setJitter(FxRobot robot, int pixels) {
        robot.interact(
                () -> studio.workspace.parameters().valueOf(Augmentation.JITTER).set(pixels));
    }

    private void train(FxRobot robot, int epochs) {
        robot.interact(() -> {
            studio.workspace.stages().shownProperty().set(StageName.SQUEEZE);
            studio.studio.squeezing().recipe().valueOf(SqueezeConfig.EPOCHS).set(epochs);
            studio.workspace.stages().start();
        });
        studio.awaitSqueeze(RunPhase.RUNNING);
        studio.engine.allow(epochs * FakeSqueeze.STEPS_PER_EPOCH);
        studio.awaitSqueeze(RunPhase.IDLE);
    }

    private static List<String> likely(FxRobot robot) {
        return robot.lookup(".likely").queryAll().stream()
                .filter(button -> Stream.<Node>iterate(button, Objects::nonNull, Node::getParent)
                        .allMatch(Node::isVisible))
                .map(Node::getId)
                .toList();
    }
}
