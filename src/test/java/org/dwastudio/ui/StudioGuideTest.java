package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
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
    void pagesOfTheGuideAreShownInJapaneseAndOthersInEnglish(FxRobot robot) {
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        robot.push(KeyCode.F1);
        assertThat(heading(robot)).isEqualTo("DWA Studio ユーザーガイド");
        assertThat(robot.lookup("#guide-in-english").query().isVisible()).isFalse();

        robot.interact(() -> link(robot, "スイープ").fire());
        assertThat(heading(robot)).isEqualTo("スイープ");
        assertThat(chosen(robot)).isEqualTo("スイープ");

        robot.interact(() -> robot.lookup("はじめに").queryAs(ToggleButton.class).fire());
        robot.interact(() -> link(robot, "測定結果").fire());
        assertThat(robot.lookup("#guide-in-english").query().isVisible()).isTrue();

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.ENGLISH));
    }

    @Test
    void aLinkToASectionScrollsToItInTheTranslationToo(FxRobot robot) {
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));
        robot.push(KeyCode.F1);
        robot.interact(() -> robot.lookup("実行を調べる").queryAs(ToggleButton.class).fire());

        robot.interact(() -> link(robot, "実画像との比較").fire());
        robot.interact(() -> {});

        Node section = robot.lookup(".guide-heading").queryAll().stream()
                .filter(heading -> text(heading).equals("実画像との比較"))
                .findFirst()
                .orElseThrow();
        Node page = robot.lookup(".guide-scroll").query();
        assertThat(top(section) - top(page)).isBetween(-1.0, 20.0);

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.ENGLISH));
    }

    @Test
    void theGuideListsEveryCommandWithItsKeys(FxRobot robot) throws IOException {
        assertListsCommands(robot, "keyboard.md");
    }

    @Test
    void theTranslatedGuideListsEveryCommandWithItsKeys(FxRobot robot) throws IOException {
        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.JAPANESE));

        assertListsCommands(robot, "keyboard_ja.md");

        robot.interact(() -> studio.window.appearance().languageProperty().set(Language.ENGLISH));
    }

    private static void assertListsCommands(FxRobot robot, String page) throws IOException {
        MenuBar bar = robot.lookup(".menu-bar").query();
        List<String> lines = new ArrayList<>();
        bar.getMenus()
                .forEach(menu ->
                        collect(menu.getText().replaceFirst("\\(_.\\)", "").replace("_", ""), menu, lines));

        Set<String> listed = Files.readAllLines(Path.of("docs/guide", page)).stream()
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

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private static String text(Node heading) {
        return ((TextFlow) heading)
                .getChildren().stream().map(part -> ((Text) part).getText()).collect(Collectors.joining());
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
