package org.dwastudio.ui.command;

import java.util.List;

/**
 * A menu.
 *
 * @param key of its title
 * @param sections its lines, with a line between sections
 */
public record CommandGroup(String key, List<List<? extends MenuEntry>> sections) {

    /** All of its commands, those of menus in it included. */
    public List<Command> commands() {
        return sections.stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.commands().stream())
                .toList();
    }
}
