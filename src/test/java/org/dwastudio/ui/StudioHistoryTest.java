package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.ui.fake.FinishedRun.CLASSES;
import static org.dwastudio.ui.fake.FinishedRun.COLUMNS;
import static org.dwastudio.ui.fake.FinishedRun.ITERATIONS;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.event.ColumnState;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StageMarker;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.fake.FinishedRun;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ProgressViewModel.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Earlier runs in the window: dropped, opened, listed. */
@ExtendWith(ApplicationExtension.class)
class StudioHistoryTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> studio.workspace.history().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void aRunFolderOpensWithItsImagesAndCurves(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "a-run", 0.03);

        drop(robot, folder);

        TestStudio.await(
                () -> studio.studio.synthesis().run().folderProperty().get().equals(Optional.of(folder)));
        assertThat(studio.evaluation().evaluated().runProperty().get()).contains(folder);
        assertThat(studio.workspace.parameters().experiment().name()).isEqualTo("a-run");
        assertThat(studio.workspace.parameters().valueOf(Adjustment.RHO).get()).isEqualTo(0.03);
        assertThat(studio.studio.synthesis().images().layoutProperty().get().classNames())
                .isEqualTo(CLASSES);
        assertThat(studio.studio.synthesis().images().shown().values())
                .hasSize(COLUMNS)
                .allSatisfy(column -> {
                    assertThat(column.state()).isEqualTo(ColumnState.FINISHED);
                    assertThat(column.images().count()).isEqualTo(CLASSES.size());
                });
        assertThat(studio.studio.synthesis().diversity().vendi().size()).isEqualTo(1);
        Place place = studio.studio.synthesis().progress().placeProperty().get().orElseThrow();
        assertThat(place.step()).isEqualTo(place.totalSteps()).isEqualTo(COLUMNS * ITERATIONS);
        assertThat(studio.workspace.files().repeatingFile()).contains(folder.resolve("experiment.yaml"));
    }

    @Test
    void aImageOpensItsRunWhereItLiesInOneAndItsExperimentElsewhere(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "a-run", 0.03);
        Path image = folder.resolve("images/01_Bag/01.png");
        Path away = Files.copy(image, studio.home.resolve("away.png"));

        drop(robot, away);
        TestStudio.await(() -> studio.workspace.parameters().experiment().name().equals("a-run"));
        assertThat(studio.studio.synthesis().run().folderProperty().get()).isEmpty();

        drop(robot, image);
        TestStudio.await(
                () -> studio.studio.synthesis().run().folderProperty().get().equals(Optional.of(folder)));
        assertThat(studio.preferences.load().recentFiles()).containsExactly(folder.toString(), away.toString());
        assertThat(recentLines(robot)).containsExactly(folder.toString(), away.toString());
    }

    @Test
    void whatCannotBeOpenedIsReported(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "a-run", 0.03);
        Path image = folder.resolve("images/01_Bag/01.png");
        byte[] bytes = Files.readAllBytes(image);
        Path plain = studio.home.resolve("plain.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png", plain.toFile());
        Path damaged = studio.home.resolve("damaged.png");
        bytes[400] ^= 1;
        Files.write(damaged, bytes);

        drop(robot, plain);
        assertThat(studio.awaitNotice("notice.open.noExperiment").arguments()).containsExactly(plain.toString());
        drop(robot, damaged);
        Notice notice = studio.awaitNotice("notice.open");
        assertThat(notice.arguments().get(0)).startsWith(damaged + ": the text in this image is damaged");
        assertThat(studio.workspace.parameters().experiment().name())
                .isEqualTo(SynthesisPresets.demonstration().name());
    }

    @Test
    void theHistoryListsAllRunsAndFindsSome(FxRobot robot) throws IOException {
        FinishedRun.write(studio.home.resolve("runs"), "weak", 0.005);
        FinishedRun.write(studio.home.resolve("runs"), "strong", 0.05);
        Files.createDirectories(studio.home.resolve("runs/empty"));

        showHistory(robot, 3);
        assertThat(states()).containsExactly(RunState.DAMAGED, RunState.FINISHED, RunState.FINISHED);
        robot.interact(() -> ((TextField) find("history-filter")).setText("STRO"));

        assertThat(table().getItems()).extracting(RunSummary::name).containsExactly("strong");
        robot.interact(() -> ((TextField) find("history-filter")).setText(""));
        robot.interact(() -> {
            var rho = table().getColumns().stream()
                    .filter(column -> "history-rho".equals(column.getId()))
                    .findFirst()
                    .orElseThrow();
            table().getSortOrder().setAll(List.of(rho));
        });
        assertThat(table().getItems()).extracting(RunSummary::name).containsExactly("empty", "weak", "strong");
    }

    @Test
    void aRunIsAnnotatedRepeatedAndDeleted(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "weak", 0.005);
        showHistory(robot, 1);
        robot.interact(() -> {
            table().getSelectionModel().select(0);
            ((TextInputControl) find("run-tags")).setText("talk, best");
            ((TextInputControl) find("run-note")).setText("to be shown");
            ((TextField) find("run-tags")).fireEvent(new ActionEvent());
        });
        TestStudio.await(() -> Files.exists(folder.resolve("notes.json")));
        assertThat(folder.resolve("notes.json")).content().contains("\"talk\"", "\"best\"", "to be shown");

        robot.interact(() -> ((ButtonBase) find("history-repeat")).fire());
        TestStudio.await(() -> studio.workspace.parameters().experiment().name().equals("weak"));
        assertThat(studio.workspace.history().shownProperty().get()).isFalse();
        assertThat(studio.studio.synthesis().run().folderProperty().get()).isEmpty();

        RunSummary run = studio.workspace.history().runs().get(0);
        robot.interact(() -> studio.workspace.history().delete(run));
        studio.awaitNotice("history.notice.deleted");
        assertThat(folder).doesNotExist();
        assertThat(studio.home.resolve("Trash/files/weak/experiment.yaml")).exists();
    }

    @Test
    void theRunInProgressIsListedAsSuchAndNotDeleted(FxRobot robot) throws IOException {
        robot.interact(() -> studio.studio.synthesis().run().start());
        Path folder = studio.studio.synthesis().run().folderProperty().get().orElseThrow();
        Files.createDirectories(folder);
        ExperimentWriter.write(SynthesisPresets.demonstration(), folder.resolve("experiment.yaml"));
        showHistory(robot, 1);

        assertThat(states()).containsExactly(RunState.RUNNING);
        RunSummary run = studio.workspace.history().runs().get(0);
        robot.interact(() -> studio.workspace.history().delete(run));
        assertThat(studio.awaitNotice("history.notice.delete").arguments().get(0))
                .contains("is running");

        robot.interact(() -> studio.workspace.files().open(folder));
        studio.awaitNotice("notice.open.busy");
        robot.interact(() -> studio.studio.synthesis().run().work().stop());
        studio.awaitState(RunPhase.IDLE);
        TestStudio.await(() -> states().equals(List.of(RunState.INTERRUPTED)));
    }

    @Test
    void anInterruptedSqueezeIsOfferedAtTheStart(FxRobot robot) throws IOException {
        Path folder = Files.createDirectories(studio.home.resolve("runs/teacher"));
        ExperimentWriter.write(SynthesisPresets.demonstration().withName("shoes"), folder.resolve("experiment.yaml"));
        Files.createDirectory(folder.resolve("checkpoints"));

        robot.interact(() -> studio.studio.showRunsOf(studio.home.resolve("runs")));

        Notice notice = studio.awaitNotice("notice.interrupted.squeeze");
        assertThat(notice.severity()).isEqualTo(Notice.Severity.OFFERED);
        assertThat(notice.arguments()).startsWith("shoes", "0");
        robot.interact(
                () -> studio.workspace.nextSteps().accept(notice.offers().get(0).step()));
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SQUEEZE);
        // The fake engine keeps no checkpoints of other programs: it returns the folder of the request.
        assertThat(studio.awaitNotice("squeeze.notice.failed").arguments().get(0))
                .contains(folder.toString());
    }

    @Test
    void anInterruptedEvaluationIsOfferedAtTheStartAndResumesWithItsRecipe(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "a-run", 0.03);
        EvaluationConfig recipe = EvaluationConfig.STUDENTS.replacedIn(EvaluationConfig.modern(), 1);
        StageMarker.begin(
                new RunDirectory(folder),
                StageName.EVALUATION,
                SynthesisPresets.demonstration().withEvaluation(recipe));

        robot.interact(() -> studio.studio.showRunsOf(folder.getParent()));
        Notice notice = studio.awaitNotice("notice.interrupted.evaluation");
        robot.interact(
                () -> studio.workspace.nextSteps().accept(notice.offers().get(0).step()));

        studio.awaitEvaluation(RunPhase.RUNNING);
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.EVALUATION);
        assertThat(studio.engine.evaluation().folder()).isEqualTo(folder);
        assertThat(studio.engine.evaluation().config()).isEqualTo(recipe);
    }

    private void drop(FxRobot robot, Path path) {
        robot.interact(() -> studio.workspace.dropped().open(List.of(path)));
    }

    private void showHistory(FxRobot robot, int runs) {
        robot.interact(() -> studio.workspace.history().show());
        TestStudio.await(() -> !studio.workspace.history().readingProperty().get()
                && studio.workspace.history().runs().size() == runs);
    }

    private List<RunState> states() {
        return studio.workspace.history().runs().stream().map(RunSummary::state).toList();
    }

    private List<String> recentLines(FxRobot robot) {
        MenuBar bar = robot.lookup(".menu-bar").query();
        return bar.getMenus().get(0).getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(menu -> "menu.recent".equals(menu.getId()))
                .flatMap(menu -> menu.getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private TableView<RunSummary> table() {
        return (TableView<RunSummary>) find("run-table");
    }

    private Node find(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
