package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.Regression;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioPanelTest {
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
    void aPresetIsChosenFromItsMenu(FxRobot robot) {
        robot.clickOn(".preset-button").clickOn("SRe2L");

        assertThat(studio.workspace.parameters().synthesis())
                .isEqualTo(SynthesisConfig.sre2l().withIterations(300));
        assertThat(robot.lookup(".preset-button").<MenuButton>query().getText()).isEqualTo("SRe2L");
    }

    @Test
    void theNextRunIsNamedInItsFieldWhichSuggestsAName(FxRobot robot) {
        TextField name = robot.lookup("#run-name").query();
        assertThat(name.getPromptText()).isEqualTo("demonstration");

        robot.clickOn(name).write("  first trial ").push(KeyCode.ENTER);
        assertThat(name.getText()).isEqualTo("first trial");
        assertThat(name.isFocused()).isFalse();
        assertThat(studio.workspace.parameters().experiment().name()).isEqualTo("first trial");

        robot.clickOn(name).write("x").push(KeyCode.ESCAPE);
        assertThat(name.getText()).isEqualTo("first trial");
        assertThat(studio.workspace.parameters().experiment().name()).isEqualTo("first trial");

        robot.clickOn(name)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("a".repeat(80))
                .push(KeyCode.ENTER);
        assertThat(studio.workspace.parameters().experiment().name()).isEqualTo("a".repeat(60));
    }

    @Test
    void theResetLinkReturnsToThePresetAndGoes(FxRobot robot) {
        robot.interact(
                () -> studio.workspace.parameters().valueOf(Adjustment.RHO).set(0.1));
        Hyperlink reset = robot.lookup(".reset-link").query();
        assertThat(reset.getText()).isEqualTo("1 changed · reset");

        robot.clickOn(reset);

        assertThat(studio.workspace.parameters().valueOf(Adjustment.RHO).get()).isEqualTo(0.015);
        assertThat(reset.isVisible()).isFalse();
    }

    @Test
    void shortcutsWorkWhileAValueFieldHasTheFocus(FxRobot robot) {
        TextField rho = robot.lookup("#rho .parameter-value").query();
        robot.clickOn(rho).push(KeyCode.CONTROL, KeyCode.A).write("0.05").push(KeyCode.CONTROL, KeyCode.H);

        assertThat(studio.workspace.history().shownProperty().get()).isTrue();
        assertThat(studio.workspace.parameters().valueOf(Adjustment.RHO).get()).isEqualTo(0.05);

        robot.interact(() -> studio.workspace.history().shownProperty().set(false));
        robot.clickOn(rho).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(studio.workspace.parameters().valueOf(Adjustment.RHO).get()).isEqualTo(0.015);
    }

    @Test
    void undoTakesBackWhatIsTypedBeforeItTakesBackAValue(FxRobot robot) {
        TextField rho = robot.lookup("#rho .parameter-value").query();
        robot.clickOn(rho).push(KeyCode.END).write("9").push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(rho.getText()).isEqualTo("0.015");
        assertThat(rho.isFocused()).isTrue();
    }

    @Test
    void theDetailsOfTheRegressionAreShownWhileItIsEnabled(FxRobot robot) {
        assertThat(robot.lookup("#regression-details").query().isVisible()).isFalse();

        robot.interact(
                () -> studio.workspace.parameters().valueOf(Regression.WEIGHT).set(10));
        assertThat(robot.lookup("#regression-details").query().isVisible()).isTrue();
        assertThat(robot.from(robot.lookup("#regression-details"))
                        .lookup("#ridge")
                        .queryAll())
                .hasSize(1);

        robot.interact(
                () -> studio.workspace.parameters().valueOf(Regression.WEIGHT).set(0));
        assertThat(robot.lookup("#regression-details").query().isManaged()).isFalse();
    }

    @Test
    void enterAndAClickOnEmptyGroundGiveTheFocusBack(FxRobot robot) {
        TextField rho = robot.lookup("#rho .parameter-value").query();
        robot.clickOn(rho).push(KeyCode.CONTROL, KeyCode.A).write("0.05").type(KeyCode.ENTER);
        assertThat(rho.isFocused()).isFalse();

        robot.clickOn(rho).clickOn(".status-line");
        assertThat(rho.isFocused()).isFalse();

        TextField seed = robot.lookup(".seed-value").query();
        robot.interact(seed::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(seed.isFocused()).isFalse();
    }

    @Test
    void aSeedThatIsNoWholeNumberIsRefused(FxRobot robot) {
        TextField seed = robot.lookup(".seed-value").query();
        robot.interact(seed::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("4.5").type(KeyCode.ENTER);

        assertThat(studio.workspace.parameters().experiment().seed()).isEqualTo(42);
        assertThat(status(robot)).isEqualTo("Seed: “4.5” is not a whole number");

        robot.push(KeyCode.CONTROL, KeyCode.A).write("1234567890123").type(KeyCode.ENTER);
        assertThat(studio.workspace.parameters().experiment().seed()).isEqualTo(1234567890123L);
        assertThat(status(robot)).isEqualTo("Ready");
    }

    @Test
    void aTensorFileMustBeChosenBeforeARunCanStart(FxRobot robot) {
        robot.interact(
                () -> studio.workspace.parameters().choices().startProperty().set(StartImages.TENSOR));
        Button start = robot.lookup("#start-button").query();
        assertThat(start.isDisabled()).isTrue();
        assertThat(status(robot)).isEqualTo("Start images: please select a tensor file");

        studio.picker.answer = Optional.of(Path.of("start.npz"));
        robot.interact(() -> robot.lookup("Choose…").queryAs(Hyperlink.class).fire());

        assertThat(start.isDisabled()).isFalse();
        assertThat(studio.workspace.parameters().synthesis().initialization().file())
                .contains(Path.of("start.npz"));
    }

    @Test
    void theOrderIsSettledWhenTheRunStarts(FxRobot robot) {
        robot.clickOn("All at once").clickOn("All at once");
        assertThat(studio.workspace.parameters().synthesis().execution().order())
                .isEqualTo(Order.ALL_AT_ONCE);
        ToggleButton segment = segment(robot);
        assertThat(segment.isSelected()).isTrue();

        robot.clickOn("#start-button");
        assertThat(studio.engine.run().experiment().synthesis().execution().order())
                .isEqualTo(Order.ALL_AT_ONCE);
        assertThat(segment.isDisabled()).isTrue();
    }

    @Test
    void aPrecisionThatBringsNoSpeedUpHereIsReportedBelowTheClosedGroup(FxRobot robot) {
        Label note = robot.lookup("#precision-note").query();
        assertThat(note.isVisible()).isFalse();

        robot.interact(() ->
                studio.workspace.parameters().choices().precisionProperty().set(Precision.HALF));
        assertThat(note.isVisible()).isTrue();
        assertThat(note.getText())
                .isEqualTo(new PrecisionAdvice(PrecisionAdvice.Kind.HALF_ON_PROCESSOR, List.of()).message());
        assertThat(robot.lookup("#start-button").<Button>query().isDisabled()).isFalse();

        robot.interact(() ->
                studio.workspace.parameters().choices().precisionProperty().set(Precision.FLOAT32));
        assertThat(note.isVisible()).isFalse();
    }

    @Test
    void everyAdviceOnPrecisionIsInTheBundleInTheWordsOfTheCommandLine() {
        Messages texts = Messages.in(Language.ENGLISH);
        assertThat(PrecisionAdvice.Kind.values()).allSatisfy(kind -> assertThat(
                        texts.get("precision.advice." + kind.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(kind.pattern()));
    }

    @Test
    void advancedParametersAreShownOnRequest(FxRobot robot) {
        assertThat(robot.lookup("#adamBeta1").tryQuery()).isEmpty();

        robot.interact(() -> robot.lookup(".group-toggle").queryButton().fire());
        assertThat(robot.lookup("#adamBeta1").tryQuery()).isPresent();
        robot.interact(() -> robot.lookup(".group-toggle").queryButton().fire());
        assertThat(robot.lookup("#adamBeta1").tryQuery()).isEmpty();
    }

    @Test
    void commandsWorkFromTheMenuToo(FxRobot robot) {
        robot.clickOn("View").clickOn("Light theme");

        assertThat(Application.getUserAgentStylesheet()).contains("studio-light");
    }

    @Test
    void theGridShowsThePlacesOfAllImagesBeforeTheRun(FxRobot robot) {
        robot.interact(() -> studio.workspace
                .parameters()
                .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                .set(50));

        assertThat(studio.studio.synthesis().images().layoutProperty().get().columns())
                .isEqualTo(50);
        assertThat(studio.studio.synthesis().images().layoutProperty().get().classNames())
                .hasSize(10);
        // The fake engine estimates 78,200 steps of 21 ms.
        TestStudio.await(() -> studio.labels(".estimate").contains("Estimate: 27 m · 500 images, 392 kB"));
        assertThat(studio.labels("#start-estimate")).containsExactly("about 27 m");
    }

    @Test
    void classesWithFewerImagesThanTheDistilledSetAreNamedBelowTheEstimateAndNextToStart(FxRobot robot) {
        studio.engine.estimateAs(new StageEstimate(
                100,
                0.5,
                1_000_000_000,
                5_000_000,
                OptionalLong.empty(),
                OptionalInt.empty(),
                List.of(DatasetNote.of(DatasetNote.Kind.FEWER_THAN_DISTILLED, 1, 50, "rare (3)"))));
        robot.interact(() -> studio.workspace
                .parameters()
                .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                .set(50));
        String warning =
                "Classes with fewer training images than the 50 images per class (ipc) of the distilled set (1):"
                        + " rare (3). ";

        TestStudio.await(() -> studio.labels(".estimate").stream().anyMatch(words -> words.contains("\n" + warning)));
        Label chip = robot.lookup("#start-estimate").query();
        assertThat(chip.getTooltip().getText()).contains(warning);
        assertThat(chip.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("long"));
    }

    private static ToggleButton segment(FxRobot robot) {
        return robot.lookup(".segments .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(one -> one.getText().equals("All at once"))
                .findFirst()
                .orElseThrow();
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#status").<Label>query().getText();
    }
}
