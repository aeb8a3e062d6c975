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
    }

    @Override
    protected Node createButtonBar() {
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(room, super.createButtonBar());
        line.getStyleClass().add("dialog-notice-line");
        line.setPickOnBounds(false);
        return line;
    }
}
