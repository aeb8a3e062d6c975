package org.dwastudio.ui.dataset;

import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.screen.Messages;

/** List of all classes in label order, each with one of its images. */
final class ClassListView {
    private static final double ROW = 32;
    private static final double THUMBNAIL = 26;
    private static final int MOST_ROWS = 12;

    private final VBox node;

    ClassListView(DatasetSummary facts, Messages texts) {
        int classes = facts.classNames().size();
        Label title = new Label(texts.format("dataset.classes.title", classes));
        title.getStyleClass().add("group-title");
        ListView<Integer> list = new ListView<>(FXCollections.observableArrayList(
                IntStream.range(0, classes).boxed().toList()));
        list.getStyleClass().add("class-list");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(classes, MOST_ROWS) + 2);
        list.setCellFactory(view -> new ClassCell(facts));
        node = new VBox(title, list);
        node.getStyleClass().add("class-popover");
    }

    VBox node() {
        return node;
    }

    private static final class ClassCell extends ListCell<Integer> {
        private final DatasetSummary facts;
        private final Label number = new Label();
        private final PixelView image = new PixelView(THUMBNAIL);
        private final Label name = new Label();
        private final Tooltip whole = new Tooltip();
        private final HBox row = new HBox(number, image, name);

        ClassCell(DatasetSummary facts) {
            this.facts = facts;
            name.setTooltip(whole);
            number.getStyleClass().addAll("muted", "class-number");
            row.getStyleClass().add("class-row");
            // As wide as the list: long names are truncated with an ellipsis.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Integer label, boolean empty) {
            super.updateItem(label, empty);
            setGraphic(empty ? null : row);
            if (empty) {
                return;
            }
            number.setText(label.toString());
            name.setText(facts.classNames().get(label));
            whole.setText(name.getText());
            if (label < facts.thumbnails().count()) {
                image.setImage(facts.thumbnails(), label);
            } else {
                image.clear();
            }
        }
    }
}
