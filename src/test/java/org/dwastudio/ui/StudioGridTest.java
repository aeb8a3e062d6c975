package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.synthesis.TileFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The image grid in the window: scrolling, tooltip, context menu and inspector. */
@ExtendWith(ApplicationExtension.class)
class StudioGridTest {
    private static final Tile BAG = new Tile(8, 0);

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
    void aHundredColumnsScrollAndTheRunningOneIsFollowed(FxRobot robot) {
        start(robot, 100, 1);
        assertThat(studio.labels("#visible-columns")).first().asString().matches("columns 0–\\d+ of 100");

        studio.advance(30);
        TestStudio.await(() -> grid().visibleColumnsProperty().get().last() == 30);
        assertThat(studio.labels("#visible-columns")).first().asString().endsWith("–30 of 100");
    }

    @Test
    void keysBringTheSelectionIntoViewAndTheInspectorFollows(FxRobot robot) {
        start(robot, 100, 10);
        robot.interact(() -> grid().requestFocus());

        robot.type(KeyCode.RIGHT, KeyCode.END);

        assertThat(images().selectedProperty().get()).isEqualTo(new Tile(0, 99));
        TestStudio.await(() -> grid().visibleColumnsProperty().get().last() == 99);
        assertThat(studio.labels(".inspector-title")).containsExactly("T-shirt/top · column 100 · iteration 0");
    }

    @Test
    void theTooltipDescribesTheImageUnderTheMouse(FxRobot robot) {
        start(robot, 2, 10);
        studio.advance(4);
        robot.interact(() -> images().selectedProperty().set(BAG));
        TestStudio.await(() -> facts(BAG).prediction().isPresent());
        robot.interact(() -> images().selectedProperty().set(null));

        hover(robot, BAG);
        TestStudio.await(() -> tooltip().isPresent());
        assertThat(tooltip().orElseThrow())
                .isEqualTo("Bag · column 1\nrunning, iteration " + facts(BAG).iteration()
                        + "\nTeacher’s prediction: Bag 98.7 %");
        hover(robot, new Tile(1, 1));
        TestStudio.await(
                () -> tooltip().filter("Trouser · column 2\nwaiting"::equals).isPresent());

        studio.engine.allow(16);
        studio.awaitState(RunPhase.IDLE);
        TestStudio.await(
                () -> tooltip().filter("Trouser · column 2\nfinished"::equals).isPresent());
        robot.moveTo("#start-button");
        TestStudio.await(() -> tooltip().isEmpty());
    }

    @Test
    void theMenuOfAnImageInspectsCopiesAndSavesIt(FxRobot robot) throws IOException {
        start(robot, 2, 10);
        studio.advance(4);

        openMenu(robot, BAG);
        assertThat(item("tile-showFolder").isDisable()).isTrue();
        assertThat(item("tile-copyPath").isDisable()).isTrue();
        robot.clickOn("#tile-inspect");
        assertThat(images().selectedProperty().get()).isEqualTo(BAG);

        openMenu(robot, BAG);
        robot.clickOn("#tile-copy");
        TestStudio.await(() -> Clipboard.getSystemClipboard().hasImage());
        robot.interact(() -> {
            Image copied = Clipboard.getSystemClipboard().getImage();
            assertThat(copied.getWidth()).isEqualTo(28);
            int brightness = images().imageAt(BAG).orElseThrow().block().at(8, 14, 14, 0);
            assertThat(copied.getPixelReader().getArgb(14, 14) & 0xFF).isEqualTo(brightness);
        });

        studio.picker.answer = Optional.of(studio.home.resolve("bag.png"));
        openMenu(robot, BAG);
        robot.clickOn("#tile-save");
        assertThat(studio.picker.suggestions).containsExactly("Bag-0.png");
        studio.awaitNotice("notice.saved");
        assertThat(PngFile.read(studio.home.resolve("bag.png")).width()).isEqualTo(28);
    }

    @Test
    void theMenuShowsTheFileOfAStoredImageAndCopiesItsPath(FxRobot robot) throws IOException {
        start(robot, 2, 10);
        studio.engine.allow(20);
        studio.awaitState(RunPhase.IDLE);
        Path file = store(BAG);

        openMenu(robot, BAG);
        robot.clickOn("#tile-showFolder");
        TestStudio.await(() -> studio.revealed.contains(file));

        openMenu(robot, BAG);
        robot.clickOn("#tile-copyPath");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(file.toString()));
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheSelectedImage(FxRobot robot) {
        start(robot, 2, 10);
        studio.advance(4);
        robot.interact(() -> {
            grid().requestFocus();
            images().selectedProperty().set(BAG);
        });

        robot.interact(() -> grid().fireEvent(
                        new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));

        assertThat(item("tile-copy").isDisable()).isFalse();
        Bounds tile = grid().localToScreen(grid().boundsOf(BAG));
        Window menu = Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu)
                .findFirst()
                .orElseThrow();
        assertThat(menu.getX()).isGreaterThan(tile.getMinX() - 40);

        robot.type(KeyCode.ESCAPE);
        TestStudio.await(() -> Window.getWindows().stream().noneMatch(ContextMenu.class::isInstance));
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(item("tile-copy").isDisable()).isFalse();
        robot.type(KeyCode.ESCAPE);
        TestStudio.await(() -> Window.getWindows().stream().noneMatch(ContextMenu.class::isInstance));
        robot.type(KeyCode.CONTEXT_MENU);
        assertThat(item("tile-copy").isDisable()).isFalse();
        assertThat(images().selectedProperty().get()).isEqualTo(BAG);
    }

    @Test
    void theEmptyInspectorIsALineAndCloses(FxRobot robot) {
        Region inspector = robot.lookup(".inspector").query();
        assertThat(robot.lookup(".inspector-line").<Node>query().isVisible()).isFalse();
        start(robot, 2, 10);
        studio.advance(4);
        TestStudio.await(() -> inspector.getHeight() < 50);
        assertThat(robot.lookup("#inspector-hint").<Label>query().getText())
                .isEqualTo("Select an image with a click or the arrow keys to inspect it. Right-click for more.");

        robot.interact(() -> images().selectedProperty().set(BAG));
        TestStudio.await(() -> inspector.getHeight() > 130);
        robot.clickOn("#inspector-close");

        assertThat(images().selectedProperty().get()).isNull();
        TestStudio.await(() -> inspector.getHeight() < 50);
    }

    private void start(FxRobot robot, int columns, int iterations) {
        robot.interact(() -> {
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(columns);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(iterations);
        });
        robot.clickOn("#start-button");
        TestStudio.await(() -> images().shown().size() == columns);
    }

    /** Opens the menu as a desktop does on a right click. */
    private void openMenu(FxRobot robot, Tile tile) {
        robot.interact(() -> {
            Bounds inScene = grid().localToScene(grid().boundsOf(tile));
            Point2D onScreen = middleOf(tile);
            grid().fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    inScene.getCenterX(),
                    inScene.getCenterY(),
                    onScreen.getX(),
                    onScreen.getY(),
                    false,
                    null));
        });
        TestStudio.await(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    }

    private void hover(FxRobot robot, Tile tile) {
        robot.moveTo(middleOf(tile));
    }

    private Point2D middleOf(Tile tile) {
        Bounds bounds = grid().localToScreen(grid().boundsOf(tile));
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static Optional<String> tooltip() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Tooltip tooltip && "tile-tooltip".equals(tooltip.getId()))
                .map(window -> ((Tooltip) window).getText())
                .findFirst();
    }

    private static MenuItem item(String id) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Writes the images of a tile's column as the engine does. */
    private Path store(Tile tile) throws IOException {
        Path folder = studio.studio.synthesis().run().folderProperty().get().orElseThrow();
        Files.createDirectories(folder);
        ImageStore store = new ImageStore(
                new RunDirectory(folder).images(),
                images().layoutProperty().get().classNames(),
                2);
        store.write(
                tile.column(),
                0,
                images().columnAt(tile).orElseThrow().images(),
                studio.engine.run().experiment());
        return store.path(tile.row(), tile.column());
    }

    private TileFacts facts(Tile tile) {
        return studio.studio.synthesis().tiles().factsOf(tile);
    }

    private ImagesViewModel images() {
        return studio.studio.synthesis().images();
    }

    private ImageGrid grid() {
        return (ImageGrid) studio.stage.getScene().lookup(".image-grid");
    }
}
