package org.dwastudio.ui.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ImageGridTest {
    private static final Color AMBER = Color.web("#d29922");

    private ImageGrid grid;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        grid = new ImageGrid(ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ROOT));
        grid.reset(3, 4, 2, 2, 1, List.of("Shirt", "Bag", "Boot"));
        stage.setScene(new Scene(new StackPane(grid), 500, 400));
        stage.show();
        stage.toFront();
        grid.requestFocus();
    }

    @Test
    void everyPixelOfAnImageIsACrispBlockOnTheScreen(FxRobot robot) {
        robot.interact(() -> grid.setImages(1, 1, block(0, 100, 200, 255), ColumnState.FINISHED));

        Point2D[] corners = cornersOf(new Tile(1, 1));
        WritableImage screen = snapshot(robot);

        assertThat(colorAt(screen, corners[0], 2)).isEqualTo(gray(0));
        assertThat(colorAt(screen, corners[0], tileSide() / 2 - 2)).isEqualTo(gray(0));
        assertThat(colorAt(screen, corners[0], tileSide() / 2 + 2)).isEqualTo(gray(255));
        assertThat(colorAt(screen, corners[1], 2)).isEqualTo(gray(100));
        assertThat(colorAt(screen, corners[2], 2)).isEqualTo(gray(200));
        assertThat(colorAt(screen, corners[3], 2)).isEqualTo(gray(255));
    }

    @Test
    void aColumnThatChangesRepeatedlyEqualsAFullyPaintedGrid(FxRobot robot) {
        robot.interact(() -> grid.selectedTileProperty().set(new Tile(1, 1)));
        robot.interact(() -> grid.setColumnState(1, ColumnState.RUNNING));
        for (int brightness : new int[] {40, 80, 120}) {
            robot.interact(() -> grid.setImages(1, 1, block(0, brightness, 200, 255), ColumnState.RUNNING));
        }
        WritableImage overlaid = snapshot(robot);
        assertThat(colorAt(overlaid, cornersOf(new Tile(1, 1))[1], 5)).isEqualTo(gray(120));

        robot.interact(() -> grid.selectedTileProperty().set(null));
        robot.interact(() -> grid.selectedTileProperty().set(new Tile(1, 1)));
        WritableImage painted = snapshot(robot);

        for (int y = 0; y < painted.getHeight(); y++) {
            for (int x = 0; x < painted.getWidth(); x++) {
                assertThat(overlaid.getPixelReader().getArgb(x, y))
                        .as("pixel (%d, %d)", x, y)
                        .isEqualTo(painted.getPixelReader().getArgb(x, y));
            }
        }
    }

    @Test
    void waitingColumnsAreDimmed(FxRobot robot) {
        robot.interact(() -> grid.setImages(2, 0, block(255, 255, 255, 255), ColumnState.WAITING));
        Point2D[] corners = cornersOf(new Tile(0, 2));
        double waiting = colorAt(snapshot(robot), corners[0], 5).getBrightness();

        robot.interact(() -> grid.setColumnState(2, ColumnState.RUNNING));
        double running = colorAt(snapshot(robot), corners[0], 5).getBrightness();

        assertThat(waiting).isLessThan(0.6);
        assertThat(running).isEqualTo(1);
    }

    @Test
    void theRunningColumnIsFramedBlueAndTheSelectedTileAmber(FxRobot robot) {
        robot.interact(() -> grid.setColumnState(0, ColumnState.RUNNING));
        Color frame = colorAt(snapshot(robot), cornersOf(new Tile(1, 0))[0], -1);
        assertThat(frame.getBlue()).isGreaterThan(frame.getRed() + 0.2);

        robot.interact(() -> grid.selectedTileProperty().set(new Tile(1, 0)));
        Color selected = colorAt(snapshot(robot), cornersOf(new Tile(1, 0))[0], -1);
        assertThat(selected).isEqualTo(Color.web("#d29922"));
    }

    @Test
    void markedTilesAreFramedAmberAndTheSelectedOneOfThemInTheColorOfText(FxRobot robot) {
        robot.interact(() -> grid.markedTilesProperty().set(Set.of(new Tile(1, 0), new Tile(2, 2))));
        WritableImage marked = snapshot(robot);
        assertThat(colorAt(marked, cornersOf(new Tile(1, 0))[0], -1)).isEqualTo(AMBER);
        assertThat(colorAt(marked, cornersOf(new Tile(2, 2))[0], -1)).isEqualTo(AMBER);

        robot.interact(() -> grid.selectedTileProperty().set(new Tile(1, 0)));
        robot.interact(() -> grid.markedTilesProperty().set(Set.of(new Tile(1, 0))));
        WritableImage fewer = snapshot(robot);
        assertThat(colorAt(fewer, cornersOf(new Tile(1, 0))[0], -1).getSaturation())
                .isLessThan(0.2);
        assertThat(colorAt(fewer, cornersOf(new Tile(2, 2))[0], -1))
                .isEqualTo(colorAt(fewer, cornersOf(new Tile(0, 2))[0], -1));
    }

    @Test
    void theHoveredTileHasAThinFrameUntilAnotherIsHovered(FxRobot robot) {
        Color none = colorAt(snapshot(robot), cornersOf(new Tile(1, 1))[0], -1);

        robot.interact(() -> grid.hoveredTileProperty().set(Optional.of(new Tile(1, 1))));
        WritableImage hovered = snapshot(robot);
        assertThat(colorAt(hovered, cornersOf(new Tile(1, 1))[0], -1).getBrightness())
                .isGreaterThan(0.7);
        assertThat(colorAt(hovered, cornersOf(new Tile(1, 1))[0], -2)).isEqualTo(none);

        robot.interact(() -> grid.hoveredTileProperty().set(Optional.of(new Tile(2, 2))));
        assertThat(colorAt(snapshot(robot), cornersOf(new Tile(1, 1))[0], -1)).isEqualTo(none);
    }

    @Test
    void aTileThatChangesKeepsItsMark(FxRobot robot) {
        robot.interact(() -> grid.markedTilesProperty().set(Set.of(new Tile(1, 1))));
        for (int brightness : new int[] {40, 80, 120}) {
            robot.interact(() -> grid.setImages(1, 1, block(0, brightness, 200, 255), ColumnState.RUNNING));
            snapshot(robot);
        }

        assertThat(colorAt(snapshot(robot), cornersOf(new Tile(1, 1))[0], -1)).isEqualTo(AMBER);
    }

    @Test
    void aClickSelectsTheTileUnderTheMouse(FxRobot robot) {
        Point2D[] corners = cornersOf(new Tile(2, 3));

        robot.clickOn(grid.localToScreen(corners[0].add(5, 5)));

        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(2, 3));
        assertThat(grid.getAccessibleText()).isEqualTo("Boot, image 3");
    }

    @Test
    void arrowKeysMoveTheSelectionUpToTheEdges(FxRobot robot) {
        robot.type(KeyCode.RIGHT);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(0, 0));
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(1, 1));
        robot.type(KeyCode.END, KeyCode.RIGHT, KeyCode.PAGE_DOWN);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(2, 3));
        robot.type(KeyCode.HOME, KeyCode.UP);
        assertThat(grid.selectedTileProperty().get()).isEqualTo(new Tile(1, 0));
        robot.type(KeyCode.ESCAPE);
        assertThat(grid.selectedTileProperty().get()).isNull();
    }

    @Test
    void plusAndMinusZoomAndADragMovesTheTiles(FxRobot robot) {
        Point2D middle = new Point2D(280, 200);
        robot.interact(() -> grid.zoomProperty().set(2));
        Tile before = grid.tileAt(middle.getX(), middle.getY()).orElseThrow();

        robot.drag(grid.localToScreen(middle)).moveBy(-60, 0).moveBy(-200, 0).drop();
        Tile after = grid.tileAt(middle.getX(), middle.getY()).orElseThrow();
        assertThat(after.column()).isGreaterThan(before.column());
        assertThat(grid.selectedTileProperty().get()).isNull();

        robot.type(KeyCode.MINUS);
        assertThat(grid.zoomProperty().get()).isEqualTo(1.6);
        robot.type(KeyCode.DIGIT0);
        assertThat(grid.zoomProperty().get()).isEqualTo(1);
    }

    @Test
    void labelsAreNoTiles() {
        assertThat(grid.tileAt(5, 100)).isEmpty();
        assertThat(grid.tileAt(250, 5)).isEmpty();
    }

    @Test
    void imagesComeBackAsTheyWere(FxRobot robot) {
        ImageBatch two = new ImageBatch(2, 2, 2, 1, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        robot.interact(() -> grid.setImages(3, 1, two, ColumnState.RUNNING));

        assertThat(grid.pixelsOf(new Tile(2, 3)).orElseThrow().bytes()).containsExactly(5, 6, 7, 8);
        assertThat(grid.pixelsOf(new Tile(0, 3))).isEmpty();
        assertThat(grid.pixelsOf(new Tile(7, 7))).isEmpty();
    }

    @Test
    void imagesThatDoNotFitAreRejectedWithAMessage(FxRobot robot) {
        ImageBatch wide = new ImageBatch(1, 2, 3, 1, new byte[6]);

        robot.interact(() -> assertThatThrownBy(() -> grid.setImages(0, 0, wide, ColumnState.RUNNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 images of 2×3×1 from class 0 on do not fit column 0"));
    }

    private static ImageBatch block(int... gray) {
        byte[] bytes = new byte[gray.length];
        for (int i = 0; i < gray.length; i++) {
            bytes[i] = (byte) gray[i];
        }
        return new ImageBatch(1, 2, 2, 1, bytes);
    }

    private static Color gray(int value) {
        return Color.grayRgb(value);
    }

    private double tileSide() {
        Point2D[] corners = cornersOf(new Tile(0, 0));
        return corners[1].getX() - corners[0].getX() + 1;
    }

    /** Returns the outermost pixels of an image: the corners of its tile, without half the gap around it. */
    private Point2D[] cornersOf(Tile tile) {
        GridGeometry geometry = GridFit.fitted(GridGeometry.of(3, 4, 2, 2, viewWidth(), (int) (grid.getHeight() - 20)));
        double left = grid.getWidth() - viewWidth() + geometry.tileX(0, tile.column());
        double top = 20.0 + geometry.tileY(tile.row());
        double right = left + geometry.drawnWidth() - 1;
        double bottom = top + geometry.drawnHeight() - 1;
        return new Point2D[] {
            new Point2D(left, top), new Point2D(right, top), new Point2D(left, bottom), new Point2D(right, bottom)
        };
    }

    private int viewWidth() {
        GridLabels labels = (GridLabels) grid.lookupAll("*").stream()
                .filter(GridLabels.class::isInstance)
                .findFirst()
                .orElseThrow();
        return (int) (grid.getWidth() - labels.nameWidth());
    }

    /** Returns a color some pixels inwards from a corner (outwards if negative). */
    private Color colorAt(WritableImage screen, Point2D corner, double inwards) {
        double half = tileSide() / 2;
        boolean isLeft =
                grid.tileAt(corner.getX() + half, corner.getY()).equals(grid.tileAt(corner.getX(), corner.getY()));
        boolean isTop =
                grid.tileAt(corner.getX(), corner.getY() + half).equals(grid.tileAt(corner.getX(), corner.getY()));
        double x = corner.getX() + (isLeft ? inwards : -inwards);
        double y = corner.getY() + (isTop ? inwards : -inwards);
        return screen.getPixelReader().getColor((int) x, (int) y);
    }

    private WritableImage snapshot(FxRobot robot) {
        Pulses.await(grid.getScene());
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = grid.snapshot(null, null));
        return image[0];
    }
}
