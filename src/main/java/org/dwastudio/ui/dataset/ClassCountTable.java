package org.dwastudio.ui.dataset;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.dwastudio.data.check.DatasetReport.ClassCount;
import org.dwastudio.ui.screen.Messages;

/** Table of the number of images of every class, with a bar; sortable by a click on a column header. */
final class ClassCountTable extends TableView<ClassCountTable.Row> {
    private static final double ROW = 24;
    private static final double HEADER = 30;
    private static final int MOST_ROWS = 10;

    /** Row of a class. */
    record Row(int label, ClassCount counts, double share) {}

    ClassCountTable(List<ClassCount> classes, Messages texts) {
        getStyleClass().add("class-counts");
        int largest =
                Math.max(1, classes.stream().mapToInt(ClassCount::train).max().orElse(1));
        setItems(FXCollections.observableArrayList(IntStream.range(0, classes.size())
                .mapToObj(label -> new Row(
                        label, classes.get(label), (double) classes.get(label).train() / largest))
                .toList()));
        getColumns().add(column(texts.get("dataset.report.number"), 44, Row::label, true));
        getColumns()
                .add(column(
                        texts.get("dataset.report.class"),
                        210,
                        row -> row.counts().name(),
                        false));
        getColumns()
                .add(column(
                        texts.get("dataset.report.train"),
                        80,
                        row -> row.counts().train(),
                        true));
        getColumns()
                .add(column(
                        texts.get("dataset.report.test"),
                        80,
                        row -> row.counts().test(),
                        true));
        TableColumn<Row, Double> bars = column("", 200, Row::share, false);
        bars.setCellFactory(unused -> new BarCell());
        bars.setSortable(false);
        getColumns().add(bars);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        double height = HEADER + ROW * Math.min(classes.size(), MOST_ROWS) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private static <T> TableColumn<Row, T> column(String title, double width, Function<Row, T> value, boolean number) {
        TableColumn<Row, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static final class BarCell extends TableCell<Row, Double> {
        private final ProgressBar bar = new ProgressBar(0);

        BarCell() {
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("count-bar");
        }

        @Override
        protected void updateItem(Double share, boolean empty) {
            super.updateItem(share, empty);
            setGraphic(empty ? null : bar);
            if (!empty) {
                bar.setProgress(share);
            }
        }
    }
}
