package org.dwastudio.ui.command;

import java.util.List;
import org.dwastudio.ui.control.StudioIcon;

/**
 * A menu in a menu.
 *
 * @param key of its title
 * @param icon next to it
 * @param commands its lines
 */
public record Submenu(String key, StudioIcon icon, List<Command> commands) implements MenuEntry {
    public Submenu {
        commands = List.copyOf(commands);
    }
}
