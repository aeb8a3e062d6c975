package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Sweeps in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioSweepTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> studio.workspace.sweep().stop());
        TestStudio.await(() -> !studio.workspace.stages().stateProperty().get().isActive());
        robot.interact(() -> studio.workspace.sweep().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void theBestRadiusIsFoundInFewSteps(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        TestStudio.await(() -> robot.lookup("#sweep-radius-whole").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#sweep-radius-whole").queryButton().fire());
        TestStudio.await(() -> !robot.lookup("#sweep-start").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#sweep-start").queryButton().fire());
        studio.sweeps.allow(2);
        TestStudio.await(() -> table(robot).getItems().size() == 2);

        assertThat(studio.status())
                .isEqualTo("Sweep demonstration: run 4 of 12, trial 1, seed 42, synthesis, about 9 m 0 s left");
        robot.interact(() -> studio.workspace.stages().start());
        assertThat(studio.awaitNotice("notice.busy.sweep")).isNotNull();
        assertThat(studio.engine.runs()).isEmpty();
        assertThat(studio.workspace.stages().cannotStartBinding().get()).isTrue();

        robot.interact(() -> studio.workspace.stages().pauseOrResume());
        assertThat(studio.workspace.stages().stateProperty().get()).isEqualTo(RunPhase.PAUSED);
        robot.interact(() -> studio.workspace.stages().pauseOrResume());
        studio.sweeps.allow(3);
        TestStudio.await(() -> !studio.workspace.stages().stateProperty().get().isActive());

        assertThat(values(robot, "overPreset")).isEqualTo("+11.0, real");
        assertThat(values(robot, "best")).isEqualTo("71.0 ± 5.0");
        assertThat(table(robot).getColumns().stream().map(column -> column.getText()))
                .containsExactly("Rank", "Trial", "Images", "ρ", "Accuracy %", "Vendi", "Time", "State");
        assertThat(cells(robot, "trial")).containsExactly("3", "2", "1", "preset", "random real");
        assertThat(cells(robot, "value-synthesis.rho")).containsExactly("0.04", "0.02", "0.01", "0.015", "–");
        TestStudio.await(() -> robot.lookup("#sweep-test").queryButton().isVisible());
        robot.interact(() -> robot.lookup("#sweep-test").queryButton().fire());
        TestStudio.await(() -> values(robot, "test").equals("used once"));
        assertThat(texts(robot, "#sweep-test-table .label"))
                .containsExactly(
                        "test split",
                        "trial 3",
                        "70.0 ± 2.5",
                        "preset",
                        "59.5 ± 1.2",
                        "random real images",
                        "49.0 ± 0.0");
    }

    @Test
    void escClosesTheFormOfAdditionsBeforeTheDialog(FxRobot robot) throws IOException {
        Path folder = studio.home.resolve("sweeps").resolve("done");
        SweptFolders.write(folder, SweptFolders.trials(), List.of());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        TestStudio.await(() -> robot.lookup("#sweep-open").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#sweep-open").queryButton().fire());
        TestStudio.await(() -> robot.lookup("#sweep-list-open").tryQuery().isPresent()
                && !robot.lookup("#sweep-list-open").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#sweep-list-open").queryButton().fire());
        TestStudio.await(() -> robot.lookup("#sweep-add-trials").queryButton().isVisible());
        robot.interact(() -> robot.lookup("#sweep-add-trials").queryButton().fire());
        TestStudio.await(
                () -> studio.workspace.sweep().addition().activeProperty().get());

        robot.interact(() -> robot.lookup("#sweep-seeds").query().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(studio.workspace.sweep().addition().activeProperty().get()).isFalse();
        assertThat(studio.workspace.sweep().shownProperty().get()).isTrue();
        robot.push(KeyCode.ESCAPE);
        TestStudio.await(() -> !studio.workspace.sweep().shownProperty().get());
    }

    @SuppressWarnings("unchecked") // The table holds trials only.
    private static TableView<Object> table(FxRobot robot) {
        return robot.lookup("#sweep-table").queryAs(TableView.class);
    }

    private static List<String> cells(FxRobot robot, String column) {
        TableView<Object> table = table(robot);
        return table.getColumns().stream()
                .filter(one -> one.getId().equals("sweep-" + column))
                .flatMap(one -> table.getItems().stream().map(one::getCellData))
                .map(String::valueOf)
                .toList();
    }

    private static String values(FxRobot robot, String tile) {
        return robot.lookup("#sweep-tile-" + tile)
                .queryAs(FigureTile.class)
                .valueProperty()
                .get();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
