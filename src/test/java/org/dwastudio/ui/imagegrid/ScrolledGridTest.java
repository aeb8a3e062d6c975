package org.dwastudio.ui.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ScrolledGridTest {
    private static final int COLUMNS = 100;
    private static final double WHEEL_X = 330;
    private static final double WHEEL_Y = 260;

    private ImageGrid grid;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        grid = new ImageGrid(ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ROOT));
        grid.reset(
                10,
                COLUMNS,
                28,
                28,
                1,
                IntStream.range(0, 10).mapToObj(row -> "class " + row).toList());
        stage.setScene(new Scene(new StackPane(grid), 700, 560));
        stage.show();
        stage.toFront();
        grid.requestFocus();
    }

    @Test
    void hiddenColumnsHaveAScrollBarBelowTheTiles(FxRobot robot) {
        ScrollBar bar = bar("#grid-columns");

        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getHeight()).isEqualTo(GridScrollBars.THICKNESS);
        assertThat(bar("#grid-rows").isVisible()).isFalse();
        Bounds last = grid.boundsOf(new Tile(9, 0));
        assertThat(bar.getLayoutY()).isBetween(last.getMaxY(), last.getMaxY() + 10);
        assertThat(bar.getLayoutY() + bar.getHeight()).isLessThanOrEqualTo(grid.getHeight());

        robot.interact(() -> bar.setValue(bar.getMax()));

        assertThat(grid.visibleColumnsProperty().get().last()).isEqualTo(COLUMNS - 1);
    }

    @Test
    void theThumbOfTheScrollBarCanBeSeenInBothThemes(FxRobot robot) {
        for (Theme theme : Theme.values()) {
            robot.interact(theme::apply);
            Pulses.await(grid.getScene());
            robot.interact(() -> {
                Region thumb = (Region) bar("#grid-columns").lookup(".thumb");
                Color fill = (Color) thumb.getBackground().getFills().get(0).getFill();
                Color ground = (Color) grid.getBackground().getFills().get(0).getFill();
                assertThat(thumb.getHeight()).isGreaterThanOrEqualTo(7);
                assertThat(bar("#grid-columns").getOpacity()).isEqualTo(1);
                assertThat(fill.isOpaque()).isTrue();
                assertThat(Math.abs(fill.getBrightness() - ground.getBrightness()))
                        .as(theme.name())
                        .isGreaterThan(0.3);
            });
        }
    }

    @Test
    void theWheelScrollsColumnsWhileAllClassesAreInView(FxRobot robot) {
        robot.interact(() -> wheel(0, -400, false, false));
        assertThat(grid.visibleColumnsProperty().get().first()).isBetween(6, 9);

        robot.interact(() -> wheel(0, 400, true, false));
        assertThat(grid.visibleColumnsProperty().get().first()).isZero();
        robot.interact(() -> wheel(-400, 0, true, false));
        assertThat(grid.visibleColumnsProperty().get().first()).isBetween(6, 9);
    }

    @Test
    void controlAndWheelZoomAtThePointerDownToTheWholeGrid(FxRobot robot) {
        robot.interact(() -> wheel(0, -2000, false, false));
        Tile before = grid.tileAt(WHEEL_X, WHEEL_Y).orElseThrow();
        robot.interact(() -> wheel(0, 40, false, true));
        assertThat(grid.tileAt(WHEEL_X, WHEEL_Y)).contains(before);
        assertThat(grid.zoomProperty().get()).isEqualTo(1.2);

        robot.interact(() -> IntStream.range(0, 20).forEach(notch -> wheel(0, -40, false, true)));
        Pulses.await(grid.getScene());

        assertThat(grid.visibleColumnsProperty().get().isAll()).isTrue();
        assertThat(bar("#grid-columns").isVisible()).isFalse();
        robot.type(KeyCode.DIGIT0);
        assertThat(grid.zoomProperty().get()).isEqualTo(1);
        assertThat(grid.visibleColumnsProperty().get().isAll()).isFalse();
    }

    @Test
    void keysMoveTheSelectionAndScrollItIntoView(FxRobot robot) {
        robot.type(KeyCode.RIGHT, KeyCode.END);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(0, COLUMNS - 1));
        assertThat(grid.visibleColumnsProperty().get().last()).isEqualTo(COLUMNS - 1);

        robot.type(KeyCode.PAGE_UP);
        int column = grid.selectedTileProperty().get().column();
        assertThat(column).isBetween(COLUMNS - 20, COLUMNS - 8);
        assertThat(grid.visibleColumnsProperty().get().first()).isLessThanOrEqualTo(column);

        robot.push(KeyCode.CONTROL, KeyCode.END);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(9, COLUMNS - 1));
        robot.type(KeyCode.HOME);
        assertThat(grid.visibleColumnsProperty().get().first()).isZero();
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(9, 0));
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(0, 0));
    }

    @Test
    void theColumnOfTheRunIsScrolledIntoViewUntilTheUserScrollsAway(FxRobot robot) {
        follow(robot, 30);
        assertThat(grid.visibleColumnsProperty().get().last()).isEqualTo(31);

        robot.interact(() -> wheel(0, 500, false, false));
        VisibleColumns scrolled = grid.visibleColumnsProperty().get();
        assertThat(scrolled.last()).isBetween(20, 29);
        follow(robot, 31);
        assertThat(grid.visibleColumnsProperty().get()).isEqualTo(scrolled);

        robot.interact(() -> wheel(0, -500, false, false));
        follow(robot, 50);
        assertThat(grid.visibleColumnsProperty().get().last()).isEqualTo(51);
    }

    @Test
    void aRunThatHasEndedBeforeItIsDrawnIsShownFromItsFirstColumnOn(FxRobot robot) {
        robot.interact(() -> {
            grid.follow(OptionalInt.of(30));
            grid.follow(OptionalInt.empty());
        });
        Pulses.await(grid.getScene());

        assertThat(grid.visibleColumnsProperty().get().first()).isZero();
    }

    private void follow(FxRobot robot, int column) {
        robot.interact(() -> grid.follow(OptionalInt.of(column)));
        Pulses.await(grid.getScene());
    }

    @Test
    void namesAndNumbersStayInPlace(FxRobot robot) {
        Bounds before = grid.boundsOf(new Tile(0, 50));

        robot.interact(() -> grid.panBy(-100, -100));

        Bounds after = grid.boundsOf(new Tile(0, 50));
        assertThat(after.getMinX()).isEqualTo(before.getMinX() - 100);
        assertThat(after.getMinY()).isEqualTo(before.getMinY());
        GridLabels labels = (GridLabels) grid.lookupAll("*").stream()
                .filter(GridLabels.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(labels.getLayoutX()).isZero();
        assertThat(labels.getLayoutY()).isZero();
    }

    private void wheel(double deltaX, double deltaY, boolean shift, boolean control) {
        grid.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                WHEEL_X,
                WHEEL_Y,
                WHEEL_X,
                WHEEL_Y,
                shift,
                control,
                false,
                false,
                false,
                false,
                deltaX,
                deltaY,
                deltaX,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(grid, WHEEL_X, WHEEL_Y)));
    }

    private ScrollBar bar(String id) {
        return (ScrollBar) grid.lookup(id);
    }
}
