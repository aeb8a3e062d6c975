package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.embedding.EmbeddingViewModel;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.page.Synthesizing;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The map of features and the diversity by class in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioEmbeddingTest {
    private static final int COLUMNS = 3;

    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "test-background");
        thread.setDaemon(true);
        return thread;
    });
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio(background);
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
        background.shutdownNow();
    }

    @Test
    void theTabShowsTheMapAndTheTableWhileAnotherShowsCharts(FxRobot robot) {
        finishRun(robot);
        assertThat(shown("#feature-map")).isFalse();
        assertThat(studio.engine.features().opened()).isEmpty();

        robot.clickOn("#measurement-tab-embedding");
        awaitMap();

        assertThat(map().points()).hasSize(10 * COLUMNS);
        assertThat(map().realPlaces().orElseThrow().x()).hasSize(2400);
        assertThat(table(robot).getItems()).hasSize(10);
        assertThat(text(robot, "#map-note")).startsWith("points: 2,400 of 10,000 real images");
        assertThat(text(robot, "#class-diversity-verdict")).endsWith("random real images.");

        robot.interact(() -> button("#measurement-tab-live").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(shown("#feature-map")).isFalse();
        assertThat(shown("#settings-rail")).isFalse();
        robot.interact(() -> button("#measurement-tab-embedding").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(shown("#feature-map")).isTrue();
        assertThat(studio.engine.features().opened()).hasSize(1);
    }

    @Test
    void theParametersFoldToARailAndComeBack(FxRobot robot) {
        finishRun(robot);
        double before = left().getWidth();

        robot.clickOn("#measurement-tab-embedding");
        awaitMap();
        settle();
        assertThat(shown("#settings-rail")).isTrue();
        assertThat(left().getWidth()).isLessThan(60).isLessThan(before);
        assertThat(right().getWidth()).isGreaterThan(800);
        Bounds drawn = bounds("#feature-map");
        assertThat(bounds("#class-diversity").getMinX()).isGreaterThan(drawn.getMaxX());

        robot.clickOn("#settings-rail");
        settle();
        assertThat(left().getWidth()).isEqualTo(before);
        assertThat(shown("#feature-map")).isTrue();
        assertThat(shown("#class-diversity")).isFalse();
        robot.clickOn("#measurement-table");
        settle();
        assertThat(shown("#feature-map")).isFalse();
        assertThat(shown("#class-diversity")).isTrue();
        robot.clickOn("#measurement-table").clickOn("#measurement-width");
        settle();

        assertThat(shown("#settings-rail")).isTrue();
        assertThat(shown("#feature-map")).isTrue();
        assertThat(shown("#class-diversity")).isTrue();
    }

    @Test
    void theLegendAndTheTableShowOneClass(FxRobot robot) {
        openMap(robot);

        robot.clickOn("#map-class-3");
        assertThat(map().classesProperty().get()).containsExactly(3);
        robot.clickOn("#map-class-3");
        assertThat(map().classesProperty().get()).isEmpty();

        robot.interact(() -> table(robot).requestFocus());
        robot.interact(() -> table(robot).getSelectionModel().select(0));
        assertThat(map().classesProperty().get()).hasSize(1);
    }

    @Test
    void aLassoMarksImagesThatAreShownWithTheirNearestRealImages(FxRobot robot) {
        openMap(robot);
        settle();
        assertThat(shown("#marked-images")).isFalse();

        robot.clickOn("#map-lasso");
        Bounds pane = bounds("#feature-map");
        Node map = studio.stage.getScene().lookup("#feature-map");
        robot.drag(map.localToScreen(4, 4), MouseButton.PRIMARY)
                .moveTo(map.localToScreen(pane.getWidth() - 4, 4))
                .moveTo(map.localToScreen(pane.getWidth() - 4, pane.getHeight() - 4))
                .moveTo(map.localToScreen(4, pane.getHeight() - 4))
                .drop();

        assertThat(synthesis().embedding().selection().markedProperty().get()).hasSizeGreaterThan(10);
        TestStudio.await(() -> synthesis().embedding().marked().markedProperty().get().stream()
                .anyMatch(marked -> marked.meanNearest().isPresent()));
        settle();
        assertThat(shown("#marked-images")).isTrue();
        HBox pairs = (HBox) studio.stage.getScene().lookup(".marked-pairs");
        assertThat(pairs.lookupAll(".marked-pair")).hasSizeGreaterThan(3);
        assertThat(pairs.lookupAll(".marked-cosine"))
                .allSatisfy(cosine -> assertThat(((Label) cosine).getText()).matches("[01]\\.\\d\\d"));
        assertThat(text(robot, "#marked-figures")).contains("Mean cosine of two of them 0.");

        robot.type(KeyCode.ESCAPE);

        assertThat(synthesis().embedding().selection().markedProperty().get()).isEmpty();
        assertThat(shown("#marked-images")).isFalse();
    }

    @Test
    void theImageUnderTheMouseIsEnlarged(FxRobot robot) {
        openMap(robot);
        settle();

        robot.interact(
                () -> synthesis().embedding().selection().hoveredProperty().set(Optional.of(new Tile(2, 1))));
        TestStudio.await(() -> synthesis().embedding().hover().hoveredProperty().get().stream()
                .anyMatch(hovered -> hovered.nearest().isPresent()));

        assertThat(shown("#map-hover")).isTrue();
        assertThat(studio.labels("#map-hover .label"))
                .contains("Pullover · image 2", "iteration 2", "nearest real image")
                .anyMatch(text -> text.matches("cosine [01]\\.\\d\\d"));
    }

    @Test
    void tsneStartsOnDemandAndCanBeCanceled(FxRobot robot) {
        openMap(robot);
        assertThat(shown("#tsne-cancel")).isFalse();

        robot.clickOn("#map-tsne");
        assertThat(map().tsne().runningProperty().get()).isTrue();
        TestStudio.await(() -> shown("#tsne-cancel"));
        robot.clickOn("#tsne-cancel");
        TestStudio.await(() -> !map().tsne().runningProperty().get());

        assertThat(map().tsne().fitProperty().get()).isEmpty();
        assertThat(button("#tsne-again").getText()).isEqualTo("Fit t-SNE");
        assertThat(shown("#tsne-again")).isTrue();
        assertThat(studio.workspace.notices().shown()).extracting(Notice::key).containsExactly("notice.finished");
        robot.clickOn("#map-pca");
        assertThat(shown("#tsne-again")).isFalse();
        assertThat(map().points()).hasSize(10 * COLUMNS);
    }

    private void openMap(FxRobot robot) {
        finishRun(robot);
        robot.interact(() -> button("#measurement-tab-embedding").fire());
        awaitMap();
    }

    private void finishRun(FxRobot robot) {
        robot.interact(() -> {
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(COLUMNS);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(2);
            studio.workspace.stages().start();
        });
        studio.awaitState(RunPhase.RUNNING);
        studio.advance(2 * COLUMNS);
        studio.awaitState(RunPhase.IDLE);
    }

    /** Waits until all images are on the map and the classes are measured. */
    private void awaitMap() {
        TestStudio.await(() -> map().points().size() == 10 * COLUMNS
                && synthesis().classDiversity().reportProperty().get().isPresent());
    }

    private Synthesizing synthesis() {
        return studio.studio.synthesis();
    }

    private EmbeddingViewModel map() {
        return synthesis().embedding().map();
    }

    private Region left() {
        return (Region) ((BorderPane) studio.stage.getScene().getRoot()).getLeft();
    }

    private Region right() {
        return (Region) ((BorderPane) studio.stage.getScene().getRoot()).getRight();
    }

    /** Returns true if a part is in the window, with all of its parents visible. */
    private boolean shown(String id) {
        Node part = studio.stage.getScene().lookup(id);
        for (Node node = part; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return part != null;
    }

    private ButtonBase button(String id) {
        return (ButtonBase) studio.stage.getScene().lookup(id);
    }

    private Bounds bounds(String id) {
        Node node = studio.stage.getScene().lookup(id);
        return node.localToScene(node.getBoundsInLocal());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#class-diversity").queryAs(TableView.class);
    }

    private void settle() {
        Pulses.await(studio.stage.getScene());
        Pulses.await(studio.stage.getScene());
    }
}
