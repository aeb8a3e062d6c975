package org.dwastudio.ui.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.dwastudio.ui.control.StudioIcon;

/**
 * A menu in a menu whose lines are paths, which change.
 *
 * @param key of its title
 * @param icon next to it
 * @param paths its lines
 * @param disabled when nothing can be opened
 * @param open what a line does
 */
public record RecentMenu(
        String key,
        StudioIcon icon,
        ObservableValue<List<String>> paths,
        ObservableValue<Boolean> disabled,
        Consumer<Path> open)
        implements MenuEntry {

    /** None: what changes has no shortcuts. */
    @Override
    public List<Command> commands() {
        return List.of();
    }
}
