package org.dwastudio.ui.queue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys of a form with fields: Enter leads to the next field and from the last one to the button, Ctrl+Enter submits.
 *
 * @param fields the fields, from top to bottom
 * @param scroll shows the part of the fields that has the keyboard
 * @param button button that submits
 */
record QueueEditKeys(List<TextField> fields, ScrollPane scroll, Node button) {
    QueueEditKeys {
        fields = List.copyOf(fields);
    }

    /** @param submit takes the settings, also while they are still being checked */
    void install(Runnable submit) {
        for (int place = 0; place < fields.size(); place++) {
            Node next = place + 1 < fields.size() ? fields.get(place + 1) : button;
            TextField field = fields.get(place);
            field.setOnAction(event -> next.requestFocus());
            field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                    submit.run();
                    event.consume();
                }
            });
            field.focusedProperty().subscribe(focused -> {
                if (focused) {
                    reveal(field);
                }
            });
        }
    }

    private void reveal(Node field) {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getBoundsInLocal().getHeight() - view;
        Bounds place = scroll.getContent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double top = hidden * scroll.getVvalue();
        if (hidden > 0 && place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / hidden);
        } else if (hidden > 0 && place.getMaxY() > top + view) {
            scroll.setVvalue((place.getMaxY() - view) / hidden);
        }
    }
}
