package org.dwastudio.ui.dataset;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** List of findings; the selected lines can be copied with the usual keys. */
final class FindingList extends ListView<String> {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 8;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    FindingList(List<String> lines) {
        super(FXCollections.observableArrayList(lines));
        getStyleClass().add("finding-list");
        setFixedCellSize(ROW);
        double height = ROW * Math.min(lines.size(), MOST_ROWS) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(view -> new Line());
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy(getSelectionModel().getSelectedItems());
                event.consume();
            }
        });
    }

    /** Copies lines to the clipboard. */
    static void copy(List<String> lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join(System.lineSeparator(), lines));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class Line extends ListCell<String> {
        private final Tooltip whole = new Tooltip();

        Line() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
            whole.setText(line);
            setTooltip(empty ? null : whole);
        }
    }
}
