package org.dwastudio.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Pane of a dialog with notices in the line of its buttons: the room left of the buttons is theirs, so that nothing moves
 * when they come and go. What is higher than that line lies over the lower edge of the content.
 */
final class NoticePane extends DialogPane {
    private static final String LINE = "dialog-notice-line";

    private final StackPane room = new StackPane();

    /** @param notices view of the notices */
    NoticePane(Region notices) {
        room.setId("dialog-notices");
        room.setMinHeight(0);
        room.setPrefHeight(0);
        room.setAlignment(Pos.BOTTOM_LEFT);
        room.setPickOnBounds(false);
        room.getChildren().add(notices);
        // Taller notices grow upward instead of being squeezed into the line.
        notices.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(room, Priority.ALWAYS);
        // The line was created before this class had its fields.
        getChildren().stream()
                .filter(child -> child.getStyleClass().contains(LINE))
                .forEach(line -> ((HBox) line).getChildren().add(0, room));
    }

    @Override
    protected Node createButtonBar() {
        HBox line = new HBox(super.createButtonBar());
        line.getStyleClass().add(LINE);
        line.setPickOnBounds(false);
        return line;
    }
}
