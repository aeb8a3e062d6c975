package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.ui.fake.FinishedRun;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.timeline.TimeLineState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The inspector of an earlier run in the window: its teacher over the iterations and the nearest real images. */
@ExtendWith(ApplicationExtension.class)
class StudioInspectorTest {
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
    void theTeacherIsAskedAboutTheSnapshotsOfTheSelectedImage(FxRobot robot) throws IOException {
        openRun(robot);
        robot.interact(() -> images().selectedProperty().set(TILE));

        TestStudio.await(() -> robot.lookup("#probability-chart").query().isVisible());
        assertThat(studio.engine.teachers().askedBatches()).containsExactly(FinishedRun.ITERATIONS + 1);
        assertThat(robot.lookup(".guess-bar").queryAll()).hasSize(5);
    }

    @Test
    void nearestRealImagesAreFoundEnlargedAndSaved(FxRobot robot) throws IOException {
        openRun(robot);
        robot.interact(() -> images().selectedProperty().set(TILE));
        TestStudio.await(() -> !thumbnails(robot).isEmpty());
        assertThat(thumbnails(robot)).hasSize(4);
        Button nearest = thumbnails(robot).get(0);
        assertThat(nearest.getAccessibleText()).matches("train image \\d+, 0\\.\\d\\d");

        robot.clickOn(nearest);
        TestStudio.await(() -> robot.lookup(".class-popover").tryQuery().isPresent());
        Path target = studio.home.resolve("nearest.png");
        studio.picker.answer = Optional.of(target);
        robot.interact(() -> {
            assertThat(nearest.getContextMenu().getItems().get(0).isDisable()).isTrue();
            nearest.getContextMenu().getItems().get(2).fire();
        });
        studio.awaitNotice("notice.saved");
        assertThat(PngFile.read(target).width()).isEqualTo(28);
    }

    @Test
    void theGridShowsEachImageNextToTheNearestRealOne(FxRobot robot) throws IOException {
        openRun(robot);
        robot.interact(() -> images().selectedProperty().set(TILE));
        robot.interact(() -> robot.lookup("#grid-content-nearest")
                .queryAs(ToggleButton.class)
                .fire());

        TestStudio.await(() -> images().contents().nearest().size() == FinishedRun.COLUMNS);
        ImageGrid grid = (ImageGrid) studio.stage.getScene().lookup(".image-grid");
        robot.interact(() -> {
            assertThat(grid.pixelsOf(TILE).orElseThrow().width()).isEqualTo(56);
            assertThat(images().selectedProperty().get()).isEqualTo(TILE);
        });
    }

    private List<Button> thumbnails(FxRobot robot) {
        return robot
                .from(robot.lookup("#nearest-images").queryAs(HBox.class))
                .lookup(".history-thumbnail")
                .queryAllAs(Button.class)
                .stream()
                .toList();
    }

    private void openRun(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "a-run", 0.03);
        robot.interact(() -> studio.workspace.dropped().open(List.of(folder)));
        TestStudio.await(
                () -> studio.studio.synthesis().timeLine().stateProperty().get() == TimeLineState.READY);
    }

    private ImagesViewModel images() {
        return studio.studio.synthesis().images();
    }
}
