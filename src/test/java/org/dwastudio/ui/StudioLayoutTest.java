package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.dwastudio.config.StageName;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.fake.FakeDatasets;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Parts that stay in their places or come into view, and the texts of the title and the menus of the window. */
@ExtendWith(ApplicationExtension.class)
class StudioLayoutTest {
    @TempDir
    private Path folder;

    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.stage.setWidth(1280);
        studio.stage.setHeight(720);
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void stagesAndButtonsKeepTheirPlacesFromStartToEnd(FxRobot robot) {
        TestStudio.await(() -> robot.lookup("#start-estimate").query().isVisible());
        settle();
        List<Double> places = places(robot);
        assertThat(places).isSorted().doesNotHaveDuplicates();

        robot.clickOn("#start-button");
        studio.advance(2);
        settle();
        assertThat(robot.lookup("#start-estimate").query().isVisible()).isFalse();
        assertThat(places(robot)).isEqualTo(places);

        robot.clickOn("#pause-button");
        settle();
        assertThat(places(robot)).isEqualTo(places);

        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);
        settle();
        assertThat(places(robot)).isEqualTo(places);
    }

    @Test
    void aTeacherThatDoesNotMatchIsScrolledIntoView(FxRobot robot) throws IOException {
        Path large = Files.createDirectory(folder.resolve("large"));
        studio.engine.datasets().add(large, FakeDatasets.inColor("large", FakeDatasets.names(200), 64));
        ScrollPane column = column(robot);
        robot.interact(() -> column.setVvalue(1));

        robot.interact(() -> studio.workspace.datasets().choice().choose(large));
        TestStudio.await(() -> studio.stage.getScene().lookup("#fit").isVisible());
        settle();

        Node card = robot.lookup("#fit").query();
        Bounds shown = card.localToScene(card.getBoundsInLocal());
        Bounds view = column.localToScene(column.getBoundsInLocal());
        assertThat(shown.getMinY()).isBetween(view.getMinY() + 4, view.getMinY() + 12);
        assertThat(shown.getMaxY()).isLessThan(view.getMaxY());
    }

    @Test
    void theRightColumnIsEquallyWideOnAllPages(FxRobot robot) {
        for (double width : new double[] {1280, 1440}) {
            robot.interact(() -> studio.stage.setWidth(width));
            Set<Double> widths = new HashSet<>();
            for (StageName stage : StageName.values()) {
                robot.interact(() -> studio.workspace.stages().shownProperty().set(stage));
                settle();
                widths.add(((Region) ((BorderPane) studio.stage.getScene().getRoot()).getRight()).getWidth());
            }
            assertThat(widths).hasSize(1).first().satisfies(wide -> assertThat(wide)
                    .isCloseTo(Math.max(376, 0.272 * studio.stage.getScene().getWidth()), within(1.0)));
        }
    }

    @Test
    void theRecipeOfARunningStageIsAsLegibleAsBefore(FxRobot robot) {
        robot.interact(() -> {
            studio.workspace.stages().shownProperty().set(StageName.SQUEEZE);
            studio.studio.squeezing().recipe().valueOf(SqueezeConfig.EPOCHS).set(2);
            studio.workspace.stages().start();
        });
        studio.awaitSqueeze(RunPhase.RUNNING);
        settle();

        Node recipe = robot.lookup("#recipe").query();
        assertThat(recipe.isDisabled()).isTrue();
        assertThat(recipe.getOpacity()).isEqualTo(1);
        List<Node> parts = new ArrayList<>(recipe.lookupAll(".label"));
        parts.addAll(recipe.lookupAll(".text-field"));
        parts.addAll(recipe.lookupAll(".menu-button"));
        assertThat(parts).hasSizeGreaterThan(10).allSatisfy(part -> {
            assertThat(part.isDisabled()).isTrue();
            assertThat(part.getOpacity()).isEqualTo(1);
        });
    }

    @Test
    void aNoticeLiesOverThePageAndPushesNothing(FxRobot robot) {
        settle();
        Node grid = robot.lookup(".image-grid").query();
        Bounds before = grid.localToScene(grid.getBoundsInLocal());

        robot.interact(() -> studio.workspace.notices().add(Notice.failed("notice.run", "", "the disk is full")));
        settle();

        Node notice = robot.lookup(".notice").query();
        assertThat(notice.localToScene(notice.getBoundsInLocal()).getHeight()).isGreaterThan(20);
        assertThat(grid.localToScene(grid.getBoundsInLocal())).isEqualTo(before);
    }

    @Test
    void theTitleNamesTheRun(FxRobot robot) throws IOException {
        assertThat(studio.stage.getTitle()).isEqualTo("DWA Studio");
        robot.clickOn("#start-button");
        studio.advance(1);
        assertThat(studio.stage.getTitle()).isEqualTo("20261123-153100-demonstration – DWA Studio");
        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);

        studio.showRun(robot);

        assertThat(studio.stage.getTitle()).isEqualTo("distilled – DWA Studio");
    }

    @Test
    void theMenusHaveLettersForAlt(FxRobot robot) {
        assertThat(mnemonics(robot)).containsExactly("_File", "_Edit", "_Run", "_View", "_Tools", "_Help");
        Menu file = robot.lookup(".menu-bar").<MenuBar>query().getMenus().get(0);

        robot.push(KeyCode.ALT, KeyCode.F);
        assertThat(file.isShowing()).isTrue();
        robot.interact(file::hide);

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        assertThat(mnemonics(robot)).containsExactly("ファイル(_F)", "編集(_E)", "実行(_R)", "表示(_V)", "ツール(_T)", "ヘルプ(_H)");
    }

    @Test
    void onlyTheChosenPresetIsBold(FxRobot robot) {
        robot.clickOn(".preset-button");

        assertThat(robot.lookup(".menu-item .label").<Label>queryAll())
                .extracting(Label::getText)
                .contains("SRe2L");
        assertThat(robot.lookup(".menu-item .label").<Label>queryAll())
                .allSatisfy(line -> assertThat(line.getFont().getStyle()).isEqualTo("Regular"));
        assertThat(robot.lookup(".preset-button > .label")
                        .<Label>query()
                        .getFont()
                        .getStyle())
                .isEqualTo("Bold");
    }

    @Test
    void theTextOfDialogsKeepsAwayFromTheirEdges(FxRobot robot) {
        robot.push(KeyCode.F3);
        assertThat(robot.lookup(".help-list").<Region>query().getInsets().getLeft())
                .isEqualTo(14);
        robot.clickOn("Close").push(KeyCode.F2);
        assertThat(robot.lookup(".shortcut-table").<Region>query().getInsets().getLeft())
                .isEqualTo(14);
        robot.clickOn("Close").push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(robot.lookup(".help-list").<Region>query().getInsets().getTop())
                .isEqualTo(12);
    }

    /** Returns the left ends of the run buttons and the stages. */
    private List<Double> places(FxRobot robot) {
        List<Double> places = new ArrayList<>();
        for (String id : List.of("start-button", "pause-button", "step-button", "stop-button")) {
            places.add(left(robot, id));
        }
        for (StageName stage : StageName.values()) {
            places.add(left(robot, "stage-" + stage.key()));
        }
        return places;
    }

    private static double left(FxRobot robot, String id) {
        Node node = robot.lookup("#" + id).query();
        return node.localToScene(node.getBoundsInLocal()).getMinX();
    }

    private static List<String> mnemonics(FxRobot robot) {
        return robot.lookup(".menu-bar").<MenuBar>query().getMenus().stream()
                .map(Menu::getText)
                .toList();
    }

    private static ScrollPane column(FxRobot robot) {
        return robot.lookup(".experiment-scroll").query();
    }

    private void settle() {
        Pulses.await(studio.stage.getScene());
    }
}
