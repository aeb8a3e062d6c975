package org.dwastudio.ui.comparison;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Layout of everything that has a column per run: a gutter for names, and columns of equal width. */
final class RunColumns {
    /** Width of the gutter. */
    static final double GUTTER = 142;

    /** Distance between columns. */
    static final double GAP = 10;

    private RunColumns() {}

    /** Returns an empty grid. */
    static GridPane grid(int runs) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("comparison-columns");
        grid.setHgap(GAP);
        grid.getColumnConstraints().add(new ColumnConstraints(GUTTER, GUTTER, GUTTER));
        for (int run = 0; run < runs; run++) {
            ColumnConstraints column = new ColumnConstraints(0, 0, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }
}
