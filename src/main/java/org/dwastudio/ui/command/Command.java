package org.dwastudio.ui.command;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.dwastudio.ui.control.StudioIcon;

/**
 * Something that can be done from a menu or by keys.
 *
 * @param key of its text, which may change with the state
 * @param icon beside the text, which may change likewise
 * @param keys its shortcut
 * @param disabled when it can't be done
 * @param action what it does
 */
public record Command(
        ObservableValue<String> key,
        ObservableValue<StudioIcon> icon,
        KeyCombination keys,
        ObservableValue<Boolean> disabled,
        Runnable action)
        implements MenuEntry {

    @Override
    public List<Command> commands() {
        return List.of(this);
    }
}
