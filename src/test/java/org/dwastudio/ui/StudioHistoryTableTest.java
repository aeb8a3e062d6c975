package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.fake.FinishedRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The table of runs and the dialogs around it. */
@ExtendWith(ApplicationExtension.class)
class StudioHistoryTableTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) throws IOException {
        studio = new TestStudio();
        FinishedRun.write(studio.home.resolve("runs"), "weak", 0.005);
        FinishedRun.write(studio.home.resolve("runs"), "strong", 0.05);
        FinishedRun.write(studio.home.resolve("runs"), "middle", 0.02);
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> studio.workspace.history().shownProperty().set(false));
        robot.interact(() -> studio.workspace.compute().shownProperty().set(false));
        robot.interact(studio::close);
    }

    @Test
    void sortingAndColumnsStayWhenTheHistoryIsOpenedAgain(FxRobot robot) {
        showHistory(robot);
        robot.interact(() -> {
            column("history-rho").setSortType(SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(column("history-rho")));
            column("history-vendi").setVisible(false);
            column("history-note").setVisible(true);
        });
        assertThat(names()).containsExactly("strong", "middle", "weak");
        TableView<RunSummary> before = table();

        robot.interact(() -> studio.workspace.history().shownProperty().set(false));
        showHistory(robot);

        assertThat(table()).isNotSameAs(before);
        assertThat(names()).containsExactly("strong", "middle", "weak");
        assertThat(column("history-rho").getSortType()).isEqualTo(SortType.DESCENDING);
        assertThat(column("history-vendi").isVisible()).isFalse();
        assertThat(column("history-note").isVisible()).isTrue();
    }

    @Test
    void severalRunsAreCopiedInTheOrderOfTheTable(FxRobot robot) {
        showHistory(robot);
        robot.interact(() -> {
            table().getSortOrder().setAll(List.of(column("history-rho")));
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectIndices(2, 0);
        });
        assertThat(names()).containsExactly("weak", "middle", "strong");

        robot.interact(() -> ((ButtonBase) find("history-copy")).fire());

        robot.interact(() -> {
            List<String> lines =
                    Clipboard.getSystemClipboard().getString().lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).startsWith("name\tfolder\tstage\tstate");
            assertThat(lines.get(1)).startsWith("weak\t").contains("\t0.005\t");
            assertThat(lines.get(2)).startsWith("strong\t").contains("\t0.05\t");
        });
        assertThat(find("history-open").isDisabled()).isTrue();
    }

    @Test
    void theQuestionBeforeDeletingNamesTheRunAndItsFolder(FxRobot robot) throws IOException {
        Path run = FinishedRun.write(studio.home.resolve("runs"), "shoes", 0.03);
        Files.move(run, run.resolveSibling("20260102-shoes"));
        showHistory(robot);
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            table().getItems().stream()
                    .filter(one -> one.name().equals("shoes"))
                    .forEach(table().getSelectionModel()::select);
            ((ButtonBase) find("history-delete")).fire();
        });
        DialogPane question = question();
        assertThat(question.getHeaderText()).isEqualTo("Delete the run shoes (20260102-shoes)?");

        robot.clickOn("Keep");
        assertThat(run.resolveSibling("20260102-shoes")).exists();
    }

    @Test
    void titlesOfDialogsHaveNoEllipsis(FxRobot robot) {
        robot.interact(() -> {
            studio.workspace.history().show();
            studio.workspace.compute().shownProperty().set(true);
            studio.workspace.teachers().imports().open();
            studio.workspace.teachers().library().open();
        });

        List<String> titles = Window.getWindows().stream()
                .filter(window -> window != studio.stage && window instanceof Stage)
                .map(window -> ((Stage) window).getTitle())
                .toList();
        robot.interact(() -> {
            studio.workspace.teachers().imports().shownProperty().set(false);
            studio.workspace.teachers().library().shownProperty().set(false);
        });
        assertThat(titles)
                .containsExactlyInAnyOrder("Run history", "Preferences · Compute", "Import weights", "Manage teachers");
    }

    private void showHistory(FxRobot robot) {
        robot.interact(() -> studio.workspace.history().show());
        TestStudio.await(() -> !studio.workspace.history().readingProperty().get()
                && studio.workspace.history().runs().size() >= 3);
    }

    private List<String> names() {
        return table().getItems().stream().map(RunSummary::name).toList();
    }

    private TableColumn<RunSummary, ?> column(String id) {
        return table().getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<RunSummary> table() {
        return (TableView<RunSummary>) find("run-table");
    }

    private static DialogPane question() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .filter(pane ->
                        pane.getHeaderText() != null && !pane.getHeaderText().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Node find(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
