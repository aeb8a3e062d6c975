package org.dwastudio.ui.command;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dwastudio.ui.control.StudioIcon;

/**
 * An action of a menu or a shortcut.
 *
 * @param key of its text; may change with the state
 * @param icon next to the text; may change with the state
 * @param keys shortcut
 * @param disabled true while the action is not possible
 * @param action run on the FX thread
 */
public record Command(
        ObservableValue<String> key,
        ObservableValue<StudioIcon> icon,
        KeyCombination keys,
        ObservableValue<Boolean> disabled,
        Runnable action)
        implements MenuEntry {
    /** Returns a new value of {@link #disabled()} for an action that is always possible. */
    public static ObservableValue<Boolean> never() {
        return new SimpleBooleanProperty(false);
    }

    /** Returns a command with a constant text and icon. */
    public static Command of(
            String key, StudioIcon icon, KeyCombination keys, ObservableValue<Boolean> disabled, Runnable action) {
        return new Command(new SimpleStringProperty(key), new SimpleObjectProperty<>(icon), keys, disabled, action);
    }

    /** Returns a command with a constant text and icon that is always possible. */
    public static Command always(String key, StudioIcon icon, KeyCombination keys, Runnable action) {
        return of(key, icon, keys, never(), action);
    }

    /** Returns a shortcut with Ctrl, on macOS with Command. */
    public static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** Returns a shortcut with Ctrl and Shift, on macOS with Command and Shift. */
    public static KeyCombination controlShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    @Override
    public List<Command> commands() {
        return List.of(this);
    }
}
