package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ClassSort;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Rows of the image grid in the window: filtered, sorted, and flowing into blocks. */
@ExtendWith(ApplicationExtension.class)
class StudioClassesTest {
    private static final int BAG = 8;

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
    void classesAreHiddenWithTheKeyboardAndTheSelectionOfTheOthersStays(FxRobot robot) {
        start(robot, 10);
        robot.interact(() -> images().selectedProperty().set(new Tile(BAG, 1)));
        assertThat(filter().getText()).isEqualTo("All classes");

        robot.clickOn("#grid-classes");
        TestStudio.await(() -> robot.lookup("#grid-classes-list").tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup("#grid-classes-list").<ListView<Integer>>query().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.SPACE);

        assertThat(images().classes().rowsProperty().get()).doesNotContain(1).hasSize(9);
        assertThat(filter().getText()).isEqualTo("9 of 10 classes");
        assertThat(images().selectedProperty().get()).isEqualTo(new Tile(BAG, 1));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void tilesKeepTheirClassInFilteredAndSortedRows(FxRobot robot) {
        start(robot, 10);
        robot.interact(() -> {
            images().visibleClassesProperty().set(Set.of(BAG, 0, 1));
            images().classes().sortProperty().set(ClassSort.NAME);
        });

        assertThat(images().classes().rowsProperty().get()).isEqualTo(List.of(BAG, 0, 1));
        Bounds bag = grid().boundsOf(new Tile(BAG, 2));
        assertThat(bag.getMinY()).isLessThan(grid().boundsOf(new Tile(0, 2)).getMinY());
        Point2D middle = new Point2D(bag.getCenterX(), bag.getCenterY());
        assertThat(grid().tileAt(middle.getX(), middle.getY())).contains(new Tile(BAG, 2));

        robot.clickOn(grid().localToScreen(middle)).type(KeyCode.DOWN);

        assertThat(images().selectedProperty().get()).isEqualTo(new Tile(0, 2));
    }

    @Test
    void classesOfFewColumnsStandNextToEachOther(FxRobot robot) {
        start(robot, 3);

        Bounds first = grid().boundsOf(new Tile(0, 2));
        Bounds sixth = grid().boundsOf(new Tile(5, 0));
        assertThat(sixth.getMinY()).isEqualTo(first.getMinY());
        assertThat(sixth.getMinX()).isGreaterThan(first.getMaxX() + 40);

        robot.clickOn(grid().localToScreen(new Point2D(first.getCenterX(), first.getCenterY())));
        robot.type(KeyCode.RIGHT);

        assertThat(images().selectedProperty().get()).isEqualTo(new Tile(5, 0));
    }

    private void start(FxRobot robot, int columns) {
        robot.interact(() -> studio.workspace
                .parameters()
                .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                .set(columns));
        robot.clickOn("#start-button");
        TestStudio.await(() -> images().shown().size() == columns);
    }

    private Button filter() {
        return (Button) studio.stage.getScene().lookup("#grid-classes");
    }

    private ImageGrid grid() {
        return (ImageGrid) studio.stage.getScene().lookup(".image-grid");
    }

    private ImagesViewModel images() {
        return studio.studio.synthesis().images();
    }
}
