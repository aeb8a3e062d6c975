package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.selection.ImageSelection;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MapGesturesTest {
    @TempDir
    private Path folder;

    private final ImageSelection selection = new ImageSelection();
    private ShownRun run;
    private EmbeddingViewModel model;
    private FeatureMapPane pane;
    private MapGestures gestures;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        run = new ShownRun(folder);
        model = new EmbeddingViewModel(run.real(), run.features(), run.threads(), run.notices());
        run.start(2);
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();
        model.shownProperty().set(true);
        run.finish();
        pane = new FeatureMapPane(model, run.images(), selection, new MapLayers(), new Disposables());
        gestures = new MapGestures(pane, selection, run.images());
        gestures.install();
        stage.setScene(new Scene(pane, 300, 250));
        stage.show();
        stage.toFront();
        pane.requestFocus();
    }

    @Test
    void aClickSelectsAnImageAndItsNeighborsAreReachedByKey(FxRobot robot) {
        Tile first = tiles().get(0);
        robot.clickOn(screen(first));
        assertThat(run.images().selectedProperty().get()).isEqualTo(first);
        robot.moveTo(screen(tiles().get(1)));
        assertThat(selection.hoveredProperty().get()).contains(tiles().get(1));

        double before = place(first).getX();
        robot.type(KeyCode.RIGHT);

        Tile next = run.images().selectedProperty().get();
        boolean last = tiles().stream().allMatch(tile -> x(tile) <= before);
        assertThat(next.equals(first)).isEqualTo(last);
        assertThat(place(next).getX()).isGreaterThanOrEqualTo(before);
        robot.clickOn(pane.localToScreen(2, 2));
        assertThat(run.images().selectedProperty().get()).isNull();
    }

    @Test
    void theArrowKeysReachEveryImage(FxRobot robot) {
        Pulses.await(pane.getScene());
        Tile left = tiles().stream()
                .min((one, other) -> Double.compare(x(one), x(other)))
                .orElseThrow();
        robot.interact(() -> run.images().selectedProperty().set(left));
        List<Tile> seen = new ArrayList<>(List.of(left));
        for (int step = 0; step < 6; step++) {
            robot.type(KeyCode.RIGHT);
            seen.add(run.images().selectedProperty().get());
        }

        assertThat(seen).isSortedAccordingTo((one, other) -> Double.compare(x(one), x(other)));
        assertThat(seen.get(6))
                .isEqualTo(tiles().stream()
                        .max((one, other) -> Double.compare(x(one), x(other)))
                        .orElseThrow());
    }

    @Test
    void aLassoMarksWhatItSurrounds(FxRobot robot) {
        robot.type(KeyCode.L);
        assertThat(gestures.lassoingProperty().get()).isTrue();

        drawAround(robot, 0, 150);
        Set<Tile> left = tiles().stream().filter(tile -> x(tile) < 148).collect(Collectors.toSet());
        assertThat(selection.markedProperty().get())
                .isEqualTo(left)
                .isNotEmpty()
                .hasSizeLessThan(6);

        drawAround(robot, 150, 300, KeyCode.SHIFT);
        assertThat(selection.markedProperty().get()).hasSize(6);

        drawAround(robot, 150, 300, KeyCode.ALT);
        assertThat(selection.markedProperty().get()).isEqualTo(left);

        robot.type(KeyCode.ESCAPE);
        assertThat(selection.markedProperty().get()).isEmpty();
        assertThat(gestures.lassoingProperty().get()).isFalse();
    }

    @Test
    void theSpaceBarAndClicksWithShiftMarkOneImage(FxRobot robot) {
        Tile first = tiles().get(0);
        Tile second = tiles().get(1);
        robot.interact(() -> run.images().selectedProperty().set(first));

        robot.type(KeyCode.SPACE);
        robot.press(KeyCode.SHIFT);
        robot.clickOn(screen(second));
        robot.release(KeyCode.SHIFT);
        assertThat(selection.markedProperty().get()).containsExactlyInAnyOrder(first, second);

        robot.type(KeyCode.SPACE);
        assertThat(selection.markedProperty().get()).containsExactly(second);
    }

    @Test
    void theMapIsZoomedAndMovedAndFittedAgain(FxRobot robot) {
        Tile tile = tiles().get(0);
        Point2D before = place(tile);

        robot.type(KeyCode.PLUS);
        assertThat(place(tile).getX() - 150).isCloseTo(1.25 * (before.getX() - 150), within(0.01));
        assertThat(place(tile).getY() - 125).isCloseTo(1.25 * (before.getY() - 125), within(0.01));
        robot.type(KeyCode.MINUS);
        assertThat(place(tile).distance(before)).isLessThan(0.01);

        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(place(tile)).satisfies(moved -> assertThat(moved.distance(before.add(-40, 0)))
                .isLessThan(0.01));
        robot.drag(pane.localToScreen(5, 5), MouseButton.PRIMARY).dropTo(pane.localToScreen(45, 25));
        assertThat(place(tile).distance(before.add(0, 20))).isLessThan(1);

        robot.type(KeyCode.DIGIT0);
        assertThat(place(tile).distance(before)).isLessThan(0.01);
        robot.moveTo(screen(tile)).scroll(2, VerticalDirection.UP);
        assertThat(place(tile).distance(before)).isLessThan(1);
    }

    @Test
    void hiddenClassesAreNeitherSelectedNorMarked(FxRobot robot) {
        robot.interact(() -> model.showOnly(1));
        robot.type(KeyCode.L);

        drawAround(robot, 0, 300);

        assertThat(selection.markedProperty().get()).containsExactlyInAnyOrder(new Tile(1, 0), new Tile(1, 1));
    }

    /** Draws a lasso around a rectangle, with a modifier if one is given. */
    private void drawAround(FxRobot robot, double left, double right, KeyCode... modifier) {
        Pulses.await(pane.getScene());
        Set<KeyCode> held = Set.of(modifier);
        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, left + 2, 2, held);
            fire(MouseEvent.MOUSE_DRAGGED, right - 2, 2, held);
            fire(MouseEvent.MOUSE_DRAGGED, right - 2, 248, held);
            fire(MouseEvent.MOUSE_DRAGGED, left + 2, 248, held);
            fire(MouseEvent.MOUSE_RELEASED, left + 2, 240, held);
        });
    }

    private void fire(EventType<MouseEvent> type, double x, double y, Set<KeyCode> held) {
        pane.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                held.contains(KeyCode.SHIFT),
                false,
                held.contains(KeyCode.ALT),
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private List<Tile> tiles() {
        return model.points().stream().map(MapPoint::tile).toList();
    }

    private double x(Tile tile) {
        return pane.placeOf(tile).orElseThrow()[0];
    }

    /** Returns the place of an image when all changes are drawn. */
    private Point2D place(Tile tile) {
        Pulses.await(pane.getScene());
        double[] place = pane.placeOf(tile).orElseThrow();
        return new Point2D(place[0], place[1]);
    }

    private Point2D screen(Tile tile) {
        return pane.localToScreen(place(tile));
    }
}
