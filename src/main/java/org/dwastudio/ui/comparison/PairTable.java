package org.dwastudio.ui.comparison;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.StudentPair;
import org.dwastudio.stage.comparison.StudentRow;
import org.dwastudio.stage.comparison.Verdict;
import org.dwastudio.ui.screen.Messages;

/**
 * Table of the differences between the rows of a recipe.
 *
 * @param texts texts of the window
 */
record PairTable(Messages texts) {
    private static final List<String> COLUMNS = List.of("difference", "points", "interval", "corrected", "verdict");

    GridPane node(List<StudentPair> pairs) {
        GridPane table = new GridPane();
        table.getStyleClass().add("comparison-pairs");
        for (int column = 0; column < COLUMNS.size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(isNumber(column) ? HPos.RIGHT : HPos.LEFT);
            constraints.setHgrow(column == COLUMNS.size() - 1 ? Priority.ALWAYS : Priority.NEVER);
            table.getColumnConstraints().add(constraints);
            table.add(cell("muted", texts.get("comparison.pair." + COLUMNS.get(column))), column, 0);
        }
        int row = 1;
        for (StudentPair pair : pairs) {
            table.addRow(
                    row++,
                    cell("pair-name", name(pair.first()) + " − " + name(pair.second())),
                    cell("pair-number", ComparisonCells.difference(pair)),
                    cell("pair-number", ComparisonCells.interval(pair)),
                    cell("pair-number", ComparisonCells.probability(pair.corrected())),
                    cell(
                            pair.verdict() == Verdict.REAL ? "verdict-real" : "verdict-open",
                            texts.get("comparison.verdict." + pair.verdict().key())));
        }
        return table;
    }

    private static boolean isNumber(int column) {
        return column > 0 && column < COLUMNS.size() - 1;
    }

    private String name(StudentRow row) {
        return row.run().orElseGet(() -> texts.get("evaluation.set." + row.set().key()));
    }

    private static Label cell(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
