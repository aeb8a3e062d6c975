package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.fake.FinishedRun;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The comparison of runs in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioComparisonTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> studio.workspace.comparison().shownProperty().set(false));
        robot.interact(() -> studio.workspace.history().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void selectedRunsOfTheHistoryAreComparedSideBySide(FxRobot robot) throws IOException {
        FinishedRun.write(studio.home.resolve("runs"), "first", 0.25);
        FinishedRun.write(studio.home.resolve("runs"), "second", 0.5);
        robot.push(KeyCode.CONTROL, KeyCode.H);
        TestStudio.await(() -> table(robot).getItems().size() == 2);
        assertThat(robot.lookup("#history-compare").queryButton().getText()).isEqualTo("Compare");

        robot.interact(() -> table(robot).getSelectionModel().selectAll());
        robot.interact(() -> robot.lookup("#history-compare").queryButton().fire());
        TestStudio.await(() -> !texts(robot, ".run-letter").isEmpty());

        assertThat(texts(robot, ".run-letter")).containsExactly("A", "B");
        assertThat(texts(robot, ".comparison-cell")).containsExactly("0.5", "0.25");
        assertThat(texts(robot, ".comparison-cell.differs")).containsExactly("0.25");
        assertThat(texts(robot, "#comparison-summary").get(0)).startsWith("1 of ");
        assertThat(((LiveChart) robot.lookup("#comparison-chart").query()).getSeries())
                .hasSize(2)
                .allSatisfy(series -> assertThat(series.y(0)).isEqualTo(1.5));
        List<ImageGrid> grids =
                List.copyOf(robot.lookup("#comparison-images .image-grid").queryAllAs(ImageGrid.class));
        robot.interact(() -> grids.get(0).selectedTileProperty().set(new Tile(1, 1)));
        robot.interact(() -> grids.get(0).zoomIn());
        assertThat(grids.get(1).selectedTileProperty().get()).isEqualTo(new Tile(1, 1));
        assertThat(grids.get(1).zoomProperty().get()).isEqualTo(1.25);

        robot.interact(() -> ((ButtonBase) robot.lookup(".run-card-first").query()).fire());
        TestStudio.await(() -> texts(robot, ".comparison-cell").get(0).equals("0.25"));
        assertThat(texts(robot, ".run-card .card-title")).containsExactly("first", "second");

        Path page = studio.home.resolve("comparison.html");
        studio.picker.answer = Optional.of(page);
        robot.interact(() -> robot.lookup("#comparison-page").queryButton().fire());
        TestStudio.await(() -> Files.exists(page));
        studio.awaitNotice("notice.saved");
    }

    @Test
    void anEmptyComparisonExplainsHowToAddRuns(FxRobot robot) throws IOException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        TestStudio.await(() -> !texts(robot, "#comparison-empty").isEmpty());
        assertThat(texts(robot, "#comparison-empty").get(0)).startsWith("Add two to four runs");

        studio.picker.answer = Optional.of(FinishedRun.write(studio.home.resolve("runs"), "first", 0.25));
        MenuButton add = robot.lookup("#comparison-add-first").queryAs(MenuButton.class);
        robot.interact(() -> add.getItems().get(1).fire());
        TestStudio.await(() -> texts(robot, ".run-card .card-title").equals(List.of("first")));
        assertThat(texts(robot, "#comparison-empty").get(0)).startsWith("Add another run");

        studio.picker.answer = Optional.of(studio.home.resolve("nothing"));
        robot.interact(() -> add.getItems().get(1).fire());
        TestStudio.await(() -> !texts(robot, ".run-card .option-problem").isEmpty());
        assertThat(texts(robot, ".run-card .option-problem").get(0)).contains("nothing");
    }

    @Test
    void aRunStartsAgainWithAnotherValueAndTakesTheNextColumn(FxRobot robot) throws IOException {
        Path first = FinishedRun.write(studio.home.resolve("runs"), "first", 0.25);
        Path second = FinishedRun.write(studio.home.resolve("runs"), "second", 0.5);
        robot.interact(() -> studio.workspace.comparison().compare(List.of(first, second)));
        TestStudio.await(() -> !texts(robot, ".run-letter").isEmpty());

        openAgain(robot, 0);
        write(robot, "#again-field-1", "much");
        TestStudio.await(() -> !problems(robot).isEmpty());
        assertThat(problems(robot).get(0)).contains("much");
        assertThat(robot.lookup("#again-start").queryButton().isDisabled()).isTrue();
        robot.push(KeyCode.ESCAPE);
        TestStudio.await(() -> robot.lookup("#again-start").tryQuery().isEmpty());
        assertThat(studio.workspace.comparison().shownProperty().get()).isTrue();

        openAgain(robot, 0);
        write(robot, "#again-field-0", "third");
        write(robot, "#again-field-1", "0.125");
        TestStudio.await(() -> !robot.lookup("#again-start").queryButton().isDisabled());
        robot.interact(
                () -> robot.lookup("#again-field-1").queryAs(TextField.class).requestFocus());
        robot.push(KeyCode.ENTER);

        TestStudio.await(() -> studio.workspace.comparison().folders().size() == 3);
        Experiment running = studio.engine.run().experiment();
        assertThat(running.name()).isEqualTo("third");
        assertThat(Adjustment.RHO.in(running.synthesis())).isEqualTo(0.125);
        assertThat(running.synthesis().iterations()).isEqualTo(FinishedRun.ITERATIONS);
        assertThat(studio.workspace.comparison().shownProperty().get()).isTrue();

        openAgain(robot, 1);
        assertThat(texts(robot, "#again-busy").get(0)).startsWith("A stage is running");
        robot.interact(() -> robot.lookup("#again-start").queryButton().fire());
        studio.awaitNotice("notice.busy.synthesis");
        assertThat(studio.workspace.comparison().folders()).hasSize(3);
    }

    @Test
    void theValuesOfARunAreUsedInTheWindowWithoutAStart(FxRobot robot) throws IOException {
        Path first = FinishedRun.write(studio.home.resolve("runs"), "first", 0.25);
        Path second = FinishedRun.write(studio.home.resolve("runs"), "second", 0.5);
        robot.interact(() -> studio.workspace.comparison().compare(List.of(first, second)));
        TestStudio.await(() -> !texts(robot, ".run-letter").isEmpty());

        openAgain(robot, 1);
        TestStudio.await(() -> !robot.lookup("#again-use").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#again-use").queryButton().fire());

        TestStudio.await(() -> !studio.workspace.comparison().shownProperty().get());
        assertThat(studio.workspace.parameters().experiment().name()).isEqualTo("second");
        assertThat(Adjustment.RHO.in(studio.workspace.parameters().synthesis())).isEqualTo(0.5);
        assertThat(studio.workspace.stages().stateProperty().get()).isEqualTo(RunPhase.IDLE);
    }

    private static void openAgain(FxRobot robot, int card) {
        List<Hyperlink> links = List.copyOf(robot.lookup(".run-card-again").queryAllAs(Hyperlink.class));
        robot.interact(() -> links.get(card).fire());
        TestStudio.await(() -> robot.lookup("#again-start").tryQuery().isPresent());
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static List<String> problems(FxRobot robot) {
        return texts(robot, ".run-again .option-problem").stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> table(FxRobot robot) {
        return robot.lookup("#run-table").queryAs(TableView.class);
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
