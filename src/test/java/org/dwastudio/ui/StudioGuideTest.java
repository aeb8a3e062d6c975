package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.dwastudio.ui.screen.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class StudioGuideTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        // Dialogs next to the window close with its view.
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        robot.interact(studio::close);
    }

    @Test
    void helpOpensTheGuideWhosePagesAndLinksLeadOnAndBack(FxRobot robot) {
        robot.push(KeyCode.F1);
        assertThat(heading(robot)).isEqualTo("DWA Studio: user guide");

        robot.interact(() ->
                link(robot, "For managers: what it saves and what it does not").fire());
        assertThat(heading(robot)).isEqualTo("For managers: what it saves and what it does not");
        assertThat(chosen(robot)).isEqualTo("For managers");

        robot.interact(() -> robot.lookup("Back").queryButton().fire());
        assertThat(heading(robot)).isEqualTo("DWA Studio: user guide");
        assertThat(chosen(robot)).isEqualTo("Welcome");
    }

    @Test
    void aTranslatedPageIsShownInJapaneseAndTheOthersInEnglish(FxRobot robot) {
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        robot.push(KeyCode.F1);
        assertThat(heading(robot)).isEqualTo("DWA Studio: user guide");
        assertThat(robot.lookup("#guide-in-english").query().isVisible()).isTrue();

        robot.interact(() -> robot.lookup("実行を調べる").queryAs(ToggleButton.class).fire());
        assertThat(heading(robot)).isEqualTo("実行を調べる");
        assertThat(chosen(robot)).isEqualTo("実行を調べる");
        assertThat(robot.lookup("#guide-in-english").query().isVisible()).isFalse();

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.ENGLISH));
    }

    @Test
    void theGuideListsEveryCommandWithItsKeys(FxRobot robot) throws IOException {
        MenuBar bar = robot.lookup(".menu-bar").query();
        List<String> lines = new ArrayList<>();
        bar.getMenus().forEach(menu -> collect(menu.getText().replace("_", ""), menu, lines));

        Set<String> listed = Files.readAllLines(Path.of("docs/guide/keyboard.md")).stream()
                .filter(line -> line.startsWith("| "))
                .collect(Collectors.toSet());
        assertThat(lines).hasSizeGreaterThan(40).allSatisfy(line -> assertThat(listed)
                .contains(line));
    }

    private static void collect(String title, Menu menu, List<String> lines) {
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu inner) {
                collect(title, inner, lines);
            } else if (item.getAccelerator() != null) {
                lines.add("| " + title + " | " + item.getText() + " | "
                        + item.getAccelerator().getDisplayText() + " |");
            }
        }
    }

    private static String heading(FxRobot robot) {
        return robot.lookup(".guide-heading-1 .guide-text").<Text>query().getText();
    }

    private static String chosen(FxRobot robot) {
        return robot.lookup(".guide-contents-button").queryAllAs(ToggleButton.class).stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .collect(Collectors.joining(", "));
    }

    private static Hyperlink link(FxRobot robot, String words) {
        return robot.lookup(".guide-link").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
