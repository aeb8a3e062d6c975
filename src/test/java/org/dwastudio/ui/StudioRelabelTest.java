package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.fake.FakeRelabel;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioRelabelTest {
    private static final int EPOCHS = 4;
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
    void thePageShowsWhatWillBeStored(FxRobot robot) throws IOException {
        showRun(robot);

        assertThat(studio.labels("#relabel-facts .label"))
                .containsSubsequence("Epochs", "0 of 4 stored", "Augmented images", "100 per epoch · 400 in total");
        assertThat(studio.labels("#relabel-estimate .label")).contains("12 MB");
        assertThat(studio.labels(".stage-words")).contains("on the fly");
    }

    @Test
    void theImagesOfTheRunAreShownAsAGridInTheColorsOfTheTheme(FxRobot robot) throws IOException {
        Path run = studio.home.resolve("runs").resolve("distilled");
        Files.createDirectories(run);
        ImageBatch column = TestImages.random(2, 28, 1, 7);
        new ImageStore(new RunDirectory(run).images(), List.of("T-shirt/top", "Bag"), 1)
                .write(0, 0, column, SynthesisPresets.demonstration());
        showRun(robot);

        ImageGrid grid = robot.lookup("#labeled-images").queryAs(ImageGrid.class);
        TestStudio.await(() -> grid.pixelsOf(new Tile(1, 0)).isPresent());
        assertThat(grid.pixelsOf(new Tile(1, 0)).orElseThrow().bytes()).isEqualTo(TestImages.bytesOf(column, 1));
        robot.interact(() -> grid.selectedTileProperty().set(new Tile(1, 0)));
        assertThat(grid.getAccessibleText()).isEqualTo("Bag, image 0");
        for (Theme theme : Theme.values()) {
            robot.interact(theme::apply);
            Pulses.await(grid.getScene());
            robot.interact(
                    () -> assertThat(grid.snapshot(null, null).getPixelReader().getColor(1, 1))
                            .isEqualTo(((Region) grid.getParent())
                                    .getBackground()
                                    .getFills()
                                    .get(0)
                                    .getFill()));
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        TestStudio.await(() -> grid.pixelsOf(new Tile(1, 0)).isEmpty());
    }

    @Test
    void aRunWithoutImagesShowsNone(FxRobot robot) throws IOException {
        showRun(robot);

        Node grid = robot.lookup("#labeled-images").query();
        TestStudio.await(() -> !grid.getParent().isVisible());
    }

    @Test
    void aFinishedRunCanBeLabeled(FxRobot robot) {
        robot.interact(() -> {
            value(EvaluationConfig.EPOCHS, EPOCHS);
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(1);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
        });
        robot.push(KeyCode.F5);
        studio.awaitState(RunPhase.RUNNING);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(studio.labels("#relabel-facts .label")).isEmpty();

        studio.engine.allow(3);

        studio.awaitState(RunPhase.IDLE);
        TestStudio.await(() -> studio.relabel().keptProperty().get().value().isPresent());
        assertThat(studio.labels("#relabel-facts .label")).contains("0 of 4 stored");
    }

    @Test
    void startStoresEveryEpochOfTheShownRecipe(FxRobot robot) throws IOException {
        Path run = showRun(robot);
        robot.push(KeyCode.F5);
        studio.advanceRelabel(3);

        assertThat(studio.engine.relabel().folder()).isEqualTo(run);
        assertThat(studio.engine.relabel().config().epochs()).isEqualTo(EPOCHS);
        assertThat(studio.status()).isEqualTo("Storing soft labels · epoch 2 / 4");
        assertThat(studio.labels(".stage-words")).contains("epoch 2 of 4");
        assertThat(studio.labels("#relabel-facts .label")).contains("1 of 4 stored");
        assertThat(robot.lookup("#label-recipe").query().isDisabled()).isTrue();

        studio.advanceRelabel(EPOCHS * FakeRelabel.STEPS - 3);
        studio.awaitRelabel(RunPhase.IDLE);
        assertThat(studio.awaitNotice("relabel.notice.finished").arguments()).startsWith("4", "4", "4 kB");
        assertThat(studio.relabel().keptProperty().get().value().orElseThrow().isWhole())
                .isTrue();
        assertThat(studio.labels(".stage-words")).contains("other run: 4 kB stored");
    }

    @Test
    void stopKeepsWholeEpochsAndStartContinuesWithTheOthers(FxRobot robot) throws IOException {
        showRun(robot);
        robot.push(KeyCode.F5);
        studio.advanceRelabel(FakeRelabel.STEPS + 1);
        robot.push(KeyCode.F8);
        studio.awaitRelabel(RunPhase.IDLE);

        assertThat(studio.awaitNotice("relabel.notice.stopped").arguments()).startsWith("1", "4");
        assertThat(studio.labels("#relabel-facts .label")).contains("1 of 4 stored");

        robot.push(KeyCode.F5);
        studio.advanceRelabel((EPOCHS - 1) * FakeRelabel.STEPS);
        studio.awaitRelabel(RunPhase.IDLE);
        assertThat(studio.engine.relabel().stepsMade()).isEqualTo((EPOCHS - 1) * FakeRelabel.STEPS);
    }

    @Test
    void aFailureIsReported(FxRobot robot) throws IOException {
        showRun(robot);
        robot.push(KeyCode.F5);
        studio.awaitRelabel(RunPhase.RUNNING);
        studio.engine.failWith("The disk is full.");
        studio.engine.allow(1);
        studio.awaitRelabel(RunPhase.IDLE);

        assertThat(studio.awaitNotice("relabel.notice.failed").arguments()).containsExactly("The disk is full.");
        assertThat(studio.relabel().work().failedProperty().get()).isTrue();
    }

    @Test
    void studentsDoNotStartWithoutTheStoredLabelsThatTheyAreToLearnFrom(FxRobot robot) throws IOException {
        showRun(robot);
        robot.interact(() -> choose(SoftLabels.STORED));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);

        TestStudio.await(() -> studio.relabel().areMissing());
        assertThat(studio.status()).startsWith("Students are to learn from stored soft labels, but only 0 of 4 epochs");
        assertThat(robot.lookup("#start-button").query().isDisabled()).isTrue();

        robot.clickOn("#missing-labels-show");
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.RELABEL);
        assertThat(robot.lookup("#start-button").query().isDisabled()).isFalse();

        robot.interact(() -> choose(SoftLabels.ONLINE));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(robot.lookup("#start-button").query().isDisabled()).isFalse();
    }

    @Test
    void allStagesStoreTheLabelsBeforeTheyEvaluateAndEndWithAReport(FxRobot robot) {
        robot.interact(() -> {
            choose(SoftLabels.STORED);
            value(EvaluationConfig.EPOCHS, EPOCHS);
            value(EvaluationConfig.STUDENTS, 1);
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(1);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
        });
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        studio.engine.allow(3);
        studio.awaitRelabel(RunPhase.RUNNING);
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.RELABEL);
        assertThat(studio.engine.evaluations()).isEmpty();

        studio.engine.allow(EPOCHS * FakeRelabel.STEPS);
        studio.awaitEvaluation(RunPhase.RUNNING);
        assertThat(studio.engine.exports()).isEmpty();

        studio.engine.allow(KINDS * FakeEvaluation.STEPS);
        TestStudio.await(() -> !studio.engine.exports().isEmpty());
        assertThat(studio.engine.exports().get(0).format()).isEqualTo(ExportFormat.REPORT);
        assertThat(studio.engine.exports().get(0).target())
                .isEqualTo(studio.engine.evaluation().folder().resolve("report.html"));
        studio.awaitNotice("notice.reported");
        assertThat(studio.labels(".stage-words")).contains("report");
    }

    private void choose(SoftLabels source) {
        studio.studio.students().recipe().choices().softLabelsProperty().set(source);
    }

    private void value(Parameter<EvaluationConfig> parameter, double value) {
        studio.studio.students().recipe().valueOf(parameter).set(value);
    }

    private Path showRun(FxRobot robot) throws IOException {
        Path run = studio.home.resolve("runs").resolve("distilled");
        Files.createDirectories(run);
        ExperimentWriter.write(SynthesisPresets.demonstration(), run.resolve("experiment.yaml"));
        studio.picker.answer = Optional.of(run);
        robot.interact(() -> value(EvaluationConfig.EPOCHS, EPOCHS));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.clickOn("#evaluation-choose-run");
        TestStudio.await(() -> studio.relabel().keptProperty().get().value().isPresent());
        return run;
    }
}
