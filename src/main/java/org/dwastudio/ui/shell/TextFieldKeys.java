package org.dwastudio.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.dwastudio.ui.command.Command;

/**
 * Filter that leaves shortcuts to the window while a text field has the focus. Without it, a field takes Ctrl+H and
 * Ctrl+Z, and keeps the focus after a click on empty ground. A field keeps undo and redo while it has something typed
 * to undo.
 *
 * @param root root of the window's views
 * @param commands all commands of the window
 */
record TextFieldKeys(Region root, List<Command> commands) {

    void install() {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl field && !isTyping(field, event)) {
            commands.stream()
                    .filter(command -> command.keys().match(event))
                    .filter(command -> !command.disabled().getValue())
                    .findFirst()
                    .ifPresent(command -> {
                        event.consume();
                        // A valid value counts before the command does.
                        root.requestFocus();
                        command.action().run();
                    });
        }
    }

    private static boolean isTyping(TextInputControl field, KeyEvent event) {
        return event.isShortcutDown()
                && switch (event.getCode()) {
                    case Z -> event.isShiftDown() ? field.isRedoable() : field.isUndoable();
                    case Y -> field.isRedoable();
                    default -> false;
                };
    }

    private void pressed(MouseEvent event) {
        if (root.getScene() != null
                && root.getScene().getFocusOwner() instanceof TextInputControl field
                && event.getTarget() instanceof Node target
                && !isInside(target, field)) {
            root.requestFocus();
        }
    }

    private static boolean isInside(Node part, Node whole) {
        for (Node node = part; node != null; node = node.getParent()) {
            if (node.equals(whole)) {
                return true;
            }
        }
        return false;
    }
}
