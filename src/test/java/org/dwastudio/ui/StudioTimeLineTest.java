package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.fake.FinishedRun;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.screen.XAxis;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.timeline.TimeLineState;
import org.dwastudio.ui.timeline.TimeLineViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The time line of an earlier run in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioTimeLineTest {
    private static final Tile TILE = new Tile(1, 1);

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
    void theImagesOfARunAreShownAtEarlierIterations(FxRobot robot) throws IOException {
        openRun(robot);
        assertThat(robot.lookup("#time-line-place").queryAs(Label.class).getText())
                .isEqualTo("3 / 3");

        robot.interact(
                () -> robot.lookup("#time-line-first").queryAs(Button.class).fire());
        awaitLevel(0);
        assertThat(robot.lookup("#time-line-place").queryAs(Label.class).getText())
                .isEqualTo("0 / 3");
        assertThat(studio.studio.synthesis().loss().marker().get()).isZero();

        robot.interact(
                () -> robot.lookup("#time-line-slider").queryAs(Slider.class).requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        awaitLevel(10);
        robot.interact(
                () -> robot.lookup("#time-line-slider").queryAs(Slider.class).setValue(2));
        awaitLevel(20);
        robot.interact(
                () -> robot.lookup("#time-line-live").queryAs(Button.class).fire());
        awaitLevel(30);
        assertThat(timeLine().liveProperty().get()).isTrue();
    }

    @Test
    void allChartsShowTheValuesOfTheEarlierIteration(FxRobot robot) throws IOException {
        openRun(robot);
        assertThat(chartPlace(robot)).isEmpty();

        robot.interact(
                () -> robot.lookup("#time-line-slider").queryAs(Slider.class).setValue(2));
        TestStudio.await(() -> chartPlace(robot).equals("iteration 2"));

        assertThat(robot.lookup(".live-chart").queryAllAs(LiveChart.class))
                .filteredOn(LiveChart::isVisible)
                .allSatisfy(chart ->
                        assertThat(chart.places().lookedAtProperty().get()).isEqualTo(2));
    }

    @Test
    void theAxisOfTheChartsIsRemembered(FxRobot robot) throws IOException {
        openRun(robot);

        robot.interact(() -> robot.lookup("#chart-axis")
                .queryAs(MenuButton.class)
                .getItems()
                .get(2)
                .fire());

        assertThat(studio.preferences.load().chartAxis()).isEqualTo(XAxis.TIME);
        assertThat(robot.lookup("#chart-axis").queryAs(MenuButton.class).getText())
                .isEqualTo("by wall time");
    }

    private static String chartPlace(FxRobot robot) {
        return robot.lookup("#chart-place").queryAs(Label.class).getText();
    }

    @Test
    void playingEndsAtTheLastSnapshot(FxRobot robot) throws IOException {
        openRun(robot);

        robot.interact(
                () -> robot.lookup("#time-line-play").queryAs(Button.class).fire());

        TestStudio.await(() -> !timeLine().playingProperty().get()
                && timeLine().positionProperty().get() == FinishedRun.ITERATIONS);
        awaitLevel(30);
    }

    @Test
    void theHistoryOfAnImageLeadsToItsIterations(FxRobot robot) throws IOException {
        openRun(robot);
        robot.interact(() -> images().selectedProperty().set(TILE));
        TestStudio.await(() -> thumbnails(robot).getChildren().size() == 4);

        robot.interact(() -> ((Button) thumbnails(robot).getChildren().get(1)).fire());

        awaitLevel(10);
    }

    @Test
    void theGridShowsTheChangeSinceTheStart(FxRobot robot) throws IOException {
        openRun(robot);
        TestStudio.await(() -> images().startAt(TILE).isPresent());

        robot.interact(() ->
                robot.lookup("#grid-content-change").queryAs(ToggleButton.class).fire());

        // 30 of 128 levels of orange.
        assertThat(grid(robot).pixelsOf(TILE).orElseThrow().bytes()).startsWith(59, 35, 9);
        robot.interact(() ->
                robot.lookup("#grid-content-images").queryAs(ToggleButton.class).fire());
        assertThat(grid(robot).pixelsOf(TILE).orElseThrow().bytes()).startsWith(30, 30);
    }

    @Test
    void aRunOfAnEarlierVersionNamesWhatItLacks(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "old", 0.03);
        Files.delete(new RunDirectory(folder).snapshots());

        robot.interact(() -> studio.workspace.dropped().open(List.of(folder)));

        TestStudio.await(() -> timeLine().stateProperty().get() == TimeLineState.MISSING);
        assertThat(robot.lookup("#time-line-note").queryAs(Label.class).getText())
                .isEqualTo("This run has no images at earlier iterations: it was made without a time line, or the space"
                        + " for it was too small for so many images.");
    }

    private void openRun(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "a-run", 0.03);
        robot.interact(() -> studio.workspace.dropped().open(List.of(folder)));
        TestStudio.await(() -> timeLine().stateProperty().get() == TimeLineState.READY);
    }

    /** Waits until all images have a gray level. */
    private void awaitLevel(int level) {
        TestStudio.await(() -> images().shown().values().stream()
                .allMatch(column -> column.images().bytes()[0] == level));
    }

    private TimeLineViewModel timeLine() {
        return studio.studio.synthesis().timeLine();
    }

    private ImagesViewModel images() {
        return studio.studio.synthesis().images();
    }

    private static HBox thumbnails(FxRobot robot) {
        return robot.lookup("#history-thumbnails").queryAs(HBox.class);
    }

    private static ImageGrid grid(FxRobot robot) {
        return robot.lookup(ImageGrid.class::isInstance).queryAs(ImageGrid.class);
    }
}
