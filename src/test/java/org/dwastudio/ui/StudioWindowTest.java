package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.dwastudio.config.yaml.ProgramVersion;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioWindowTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void theWindowIsUsableBeforeTheEngineIsLoaded(FxRobot robot) {
        assertThat(device(robot)).isEqualTo("loading the engine…");
        assertThat(robot.lookup("#start-button").<Button>query().isDisabled()).isFalse();

        studio.engine.finishLoading();

        TestStudio.await(() -> device(robot).equals("CPU · 2 threads"));
        assertThat(studio.labels(".card-title")).contains("Fashion-MNIST (bundled)", "ResNet-18 ×1/4 (bundled)");
        assertThat(studio.labels(".card-subtitle"))
                .contains(
                        "10 classes · 28×28 gray · 10,000 train / 2,000 test",
                        "0.70 M parameters · 92.1 % · 20 batch-norm layers");
    }

    @Test
    void anEngineThatCannotLoadIsExplained(FxRobot robot) {
        studio.engine.failLoading("No native library for this system. Please install one.");

        Notice notice = studio.awaitNotice("notice.engine");
        assertThat(notice.arguments()).containsExactly("No native library for this system. Please install one.");
        assertThat(notice.details()).contains("IllegalStateException");
        TestStudio.await(() -> device(robot).equals("engine not available"));
    }

    @Test
    void closingWithoutARunClosesAtOnce(FxRobot robot) {
        robot.interact(this::requestClose);

        assertThat(studio.stage.isShowing()).isFalse();
    }

    @Test
    void closingInMidRunAsksAndKeepRunningKeepsBoth(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);
        robot.interact(this::requestClose);
        assertThat(studio.stage.isShowing()).isTrue();

        robot.clickOn("Keep running");

        assertThat(studio.stage.isShowing()).isTrue();
        assertThat(studio.studio.synthesis().run().work().stateProperty().get()).isEqualTo(RunPhase.RUNNING);
        studio.advance(2);
        assertThat(studio.engine.run().iterationsMade()).isEqualTo(4);
    }

    @Test
    void stopAndCloseStopsTheRunThenCloses(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);
        robot.interact(this::requestClose);

        robot.clickOn("Stop and close");

        TestStudio.await(() -> !studio.stage.isShowing());
        assertThat(studio.engine.run().control().token().isCancelled()).isTrue();
        assertThat(studio.studio.synthesis().run().work().stateProperty().get()).isEqualTo(RunPhase.IDLE);
    }

    @Test
    void theThemeSwitchesInMidRunAndIsRemembered(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(2);

        robot.clickOn("#theme-button");

        assertThat(Application.getUserAgentStylesheet()).contains("studio-light");
        assertThat(studio.preferences.load().theme()).isEqualTo(Theme.LIGHT);
        studio.advance(2);
        robot.push(KeyCode.CONTROL, KeyCode.T);
        assertThat(Application.getUserAgentStylesheet()).contains("studio-dark");
    }

    @Test
    void theLanguageSwitchesInMidRunAndEverythingStays(FxRobot robot) {
        robot.clickOn("#start-button");
        studio.advance(12);
        robot.interact(
                () -> studio.studio.synthesis().images().selectedProperty().set(new Tile(8, 0)));

        robot.push(KeyCode.CONTROL, KeyCode.L);

        assertThat(robot.lookup("#stop-button").<Button>query().getText()).isEqualTo("停止");
        assertThat(robot.lookup("#status").<Label>query().getText()).isEqualTo("10列中 1列目 · 反復 12 / 300");
        assertThat(studio.studio.synthesis().images().selectedProperty().get()).isEqualTo(new Tile(8, 0));
        assertThat(studio.preferences.load().language()).isEqualTo(Language.JAPANESE);
        studio.advance(1);
        assertThat(robot.lookup("#status").<Label>query().getText()).isEqualTo("10列中 1列目 · 反復 13 / 300");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(robot.lookup("#stop-button").<Button>query().getText()).isEqualTo("Stop");
    }

    @Test
    void theSizeIsRememberedOnClosing(FxRobot robot) {
        robot.interact(() -> {
            studio.stage.setWidth(1300);
            studio.stage.setHeight(760);
        });
        robot.interact(this::requestClose);

        assertThat(studio.preferences.load().width()).isEqualTo(1300);
        assertThat(studio.preferences.load().height()).isEqualTo(760);
    }

    @Test
    void exportReportsHowManyImagesWentWhere(FxRobot robot, @TempDir Path folder) {
        robot.clickOn("#start-button");
        studio.advance(2);
        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);
        studio.picker.answer = Optional.of(folder);

        robot.push(KeyCode.CONTROL, KeyCode.E);

        assertThat(studio.awaitNotice("notice.exported").arguments()).containsExactly("100", folder.toString());
        assertThat(studio.engine.exports()).singleElement().satisfies(request -> assertThat(request.target())
                .isEqualTo(folder));
        assertThat(studio.labels(".stage-words")).contains("100 images");
    }

    @Test
    void theWindowNamesTheVersionOfTheBuild(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);

        assertThat(robot.lookup(".help-list .label").<Label>queryAll())
                .extracting(Label::getText)
                .contains("Version " + ProgramVersion.read() + " · Java " + Runtime.version());
    }

    @Test
    void everyMenuCommandHasTextIconAndShortcut(FxRobot robot) {
        MenuBar bar = robot.lookup(".menu-bar").query();
        assertThat(bar.getMenus()).hasSize(6);
        assertThat(bar.getMenus().stream().flatMap(menu -> lines(menu).stream()))
                .hasSizeGreaterThan(28)
                .allSatisfy(item -> {
                    assertThat(item.getText()).isNotBlank();
                    assertThat(item.getGraphic()).isNotNull();
                    assertThat(item.getAccelerator()).isNotNull();
                })
                .extracting(MenuItem::getAccelerator)
                .doesNotHaveDuplicates();
    }

    /** The commands of a menu and of the menus in it, which need a text and an icon, but no keys. */
    private static List<MenuItem> lines(Menu menu) {
        List<MenuItem> lines = new ArrayList<>();
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu submenu) {
                assertThat(submenu.getText()).isNotBlank();
                assertThat(submenu.getGraphic()).isNotNull();
                lines.addAll(lines(submenu));
            } else if (!(item instanceof SeparatorMenuItem)) {
                lines.add(item);
            }
        }
        return lines;
    }

    @Test
    void exportCommandsHaveTheirKeys(FxRobot robot, @TempDir Path folder) {
        robot.clickOn("#start-button");
        studio.advance(2);
        robot.clickOn("#stop-button");
        studio.awaitState(RunPhase.IDLE);
        studio.picker.answer = Optional.of(folder);

        for (KeyCode key : List.of(KeyCode.E, KeyCode.P, KeyCode.J, KeyCode.N, KeyCode.S, KeyCode.H, KeyCode.R)) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, key);
        }

        assertThat(studio.engine.exports())
                .extracting(ExportRequest::format, ExportRequest::encoding, ExportRequest::target)
                .containsExactly(
                        tuple(ExportFormat.CLASS_FOLDERS, ImageEncoding.JPEG, folder),
                        tuple(ExportFormat.PUBLISHED, ImageEncoding.PNG, folder),
                        tuple(ExportFormat.PUBLISHED, ImageEncoding.JPEG, folder),
                        tuple(ExportFormat.NPZ, ImageEncoding.PNG, folder),
                        tuple(ExportFormat.SAFETENSORS, ImageEncoding.PNG, folder),
                        tuple(ExportFormat.HUGGING_FACE, ImageEncoding.PNG, folder),
                        tuple(ExportFormat.REPORT, ImageEncoding.PNG, folder));
        assertThat(studio.awaitNotice("notice.reported").arguments()).containsExactly(folder.toString());
        assertThat(studio.picker.suggestions).containsExactly("demonstration.html");
    }

    @Test
    void theListOfShortcutsOpensAndCloses(FxRobot robot) {
        robot.push(KeyCode.F2);
        assertThat(robot.lookup(".shortcut-keys").queryAll()).hasSizeGreaterThan(22);

        robot.clickOn("Close");
        assertThat(robot.lookup(".shortcut-keys").queryAll()).isEmpty();
    }

    private void requestClose() {
        studio.stage.fireEvent(new WindowEvent(studio.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private static String device(FxRobot robot) {
        return robot.lookup("#device").<Button>query().getText();
    }
}
