package org.dwastudio.ui.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.stage.Stage;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ClassTableTest {
    private ClassTable table;

    @Start
    void show(Stage stage) {
        table = new ClassTable(Messages.in(Language.ENGLISH));
        table.getItems().setAll(ReportedClasses.of(1, 4.5, 5, 0.04), ReportedClasses.of(0, 6.25, 5, 0.5));
        stage.setScene(new Scene(table, 500, 300));
        stage.show();
    }

    @Test
    void everyClassHasCoverageScoreAndCopies() {
        assertThat(texts()).containsExactly("class 1 4.0 % 4.50 3", "class 0 50 % 6.25 3");
    }

    @Test
    void headingsSort(FxRobot robot) {
        sort(robot, "class-diversity-vendi", TableColumn.SortType.DESCENDING);
        assertThat(table.getItems()).extracting(ClassMetrics::label).containsExactly(0, 1);

        sort(robot, "class-diversity-coverage", TableColumn.SortType.ASCENDING);
        assertThat(table.getItems()).extracting(ClassMetrics::label).containsExactly(1, 0);

        sort(robot, "class-diversity-class", TableColumn.SortType.ASCENDING);
        assertThat(table.getItems()).extracting(ClassMetrics::label).containsExactly(0, 1);
    }

    @Test
    void numbersThatDoNotExistAreADash() {
        assertThat(ClassTable.percent(0.0996)).isEqualTo("10.0 %");
        assertThat(ClassTable.percent(0.1)).isEqualTo("10 %");
        assertThat(ClassTable.percent(1)).isEqualTo("100 %");
        assertThat(ClassTable.percent(0)).isEqualTo("0.0 %");
        assertThat(ClassTable.percent(Double.NaN)).isEqualTo("–");
        assertThat(ClassTable.number(6.126)).isEqualTo("6.13");
        assertThat(ClassTable.number(Double.NaN)).isEqualTo("–");
        assertThat(ClassTable.whole(OptionalDouble.of(3))).isEqualTo("3");
        assertThat(ClassTable.whole(OptionalDouble.empty())).isEqualTo("–");
    }

    private void sort(FxRobot robot, String id, TableColumn.SortType type) {
        TableColumn<ClassMetrics, ?> column = table.getColumns().stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            column.setSortType(type);
            table.getSortOrder().setAll(List.of(column));
        });
    }

    /** Returns the texts of the rows, from the top. */
    private List<String> texts() {
        Pulses.await(table.getScene());
        return table.lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> !row.isEmpty())
                .sorted(Comparator.comparingInt(row -> row.getIndex()))
                .map(row -> String.join(" ", texts(row)))
                .toList();
    }

    private static List<String> texts(Node row) {
        List<Node> cells = new ArrayList<>(row.lookupAll(".table-cell"));
        cells.sort(Comparator.comparingDouble(Node::getLayoutX));
        return cells.stream()
                .flatMap(cell -> cell.lookupAll(".pair-number").isEmpty()
                        ? Stream.of(((TableCell<?, ?>) cell).getText())
                        : cell.lookupAll(".pair-number").stream().map(label -> ((Label) label).getText()))
                .toList();
    }
}
