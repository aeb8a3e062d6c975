package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioExperimentTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void anOpenedExperimentIsShown(FxRobot robot, @TempDir Path folder) throws IOException {
        Experiment experiment = SynthesisPresets.demonstration()
                .withSeed(7)
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withAdjustment(adjustment -> adjustment.withRho(0.04)));
        Path file = folder.resolve("mine.yaml");
        ExperimentWriter.write(experiment, file);
        studio.picker.answer = Optional.of(file);

        robot.push(KeyCode.CONTROL, KeyCode.O);

        TestStudio.await(() -> studio.workspace.parameters().experiment().equals(experiment));
        assertThat(robot.lookup(".reset-link").<Hyperlink>query().getText()).isEqualTo("1 changed · reset");
    }

    @Test
    void anExperimentInTheStudiosOwnFileOpensLikeAnyOther(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.dwa");
        ExperimentWriter.write(SynthesisPresets.demonstration().withSeed(7), file);

        robot.interact(() -> studio.workspace.dropped().open(List.of(file)));

        TestStudio.await(() -> studio.workspace.parameters().experiment().seed() == 7);
        assertThat(studio.workspace.files().repeatingFile()).contains(file);
    }

    @Test
    void aNewExperimentForgetsTheLastRun(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(12);
        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);
        assertThat(studio.labels(".figure-value").get(0)).isNotEqualTo("–");

        robot.push(KeyCode.CONTROL, KeyCode.N);

        assertThat(studio.labels(".figure-value").subList(0, 2)).containsExactly("–", "–");
        assertThat(studio.studio.synthesis().images().shown()).isEmpty();
        assertThat(studio.studio.synthesis().images().layoutProperty().get().columns())
                .isEqualTo(10);
        assertThat(studio.labels(".stage-words")).contains("ready");
        assertThat(studio.studio.synthesis().run().folderProperty().get()).isEmpty();
    }

    @Test
    void aBrokenExperimentIsRefusedWithFileLineAndKey(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.yaml");
        Files.writeString(file, "name: broken\nsynthesis:\n  rho: 7\n");
        studio.picker.answer = Optional.of(file);

        robot.push(KeyCode.CONTROL, KeyCode.O);

        Notice notice = studio.awaitNotice("notice.open");
        assertThat(notice.arguments().get(0)).contains("broken.yaml:3", "rho", "0 to 0.5");
        assertThat(studio.workspace.parameters().experiment()).isEqualTo(SynthesisPresets.demonstration());
        assertThat(studio.labels(".notice-failed .label"))
                .anyMatch(text -> text.startsWith("The experiment could not be opened."));
    }

    @Test
    void aSavedExperimentReadsBackAsWhatWasShown(FxRobot robot, @TempDir Path folder)
            throws ConfigException, IOException {
        robot.interact(
                () -> studio.workspace.parameters().valueOf(Adjustment.RHO).set(0.02));
        Path file = folder.resolve("saved.yaml");
        studio.picker.answer = Optional.of(file);

        robot.push(KeyCode.CONTROL, KeyCode.S);

        studio.awaitNotice("notice.saved");
        assertThat(studio.picker.suggestions).containsExactly("demonstration.dwa");
        assertThat(ExperimentReader.read(file).synthesis().adjustment().rho()).isEqualTo(0.02);
    }

    @Test
    void theCommandLineNamesTheFileThatRepeatsWhatIsShown(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("my experiment.yaml");
        ExperimentWriter.write(SynthesisPresets.demonstration(), file);
        studio.picker.answer = Optional.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        TestStudio.await(() -> studio.workspace.files().repeatingFile().isPresent());

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);

        assertThat(studio.awaitNotice("notice.copied").arguments())
                .containsExactly("dwa-studio synthesize --config '" + file + "'");
    }

    @Test
    void undoRedoAndResetWorkFromTheKeyboard(FxRobot robot) {
        robot.interact(
                () -> studio.workspace.parameters().valueOf(Adjustment.RHO).set(0.02));
        Hyperlink reset = robot.lookup(".reset-link").query();
        assertThat(reset.getText()).isEqualTo("1 changed · reset");

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(rho()).isEqualTo(0.015);
        assertThat(reset.isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(rho()).isEqualTo(0.02);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(rho()).isEqualTo(0.015);
    }

    private double rho() {
        return studio.workspace.parameters().valueOf(Adjustment.RHO).get();
    }
}
