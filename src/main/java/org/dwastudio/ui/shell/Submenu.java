package org.dwastudio.ui.shell;

import java.util.List;
import org.dwastudio.ui.control.StudioIcon;

/**
 * A menu in a menu.
 *
 * @param key of its title
 * @param icon beside it
 * @param commands its lines
 */
record Submenu(String key, StudioIcon icon, List<Command> commands) implements MenuEntry {
    Submenu {
        commands = List.copyOf(commands);
    }
}
