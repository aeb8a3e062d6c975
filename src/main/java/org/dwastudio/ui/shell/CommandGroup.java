package org.dwastudio.ui.shell;

import java.util.List;

/**
 * A menu.
 *
 * @param key of its title
 * @param sections its lines, with a line between sections
 */
record CommandGroup(String key, List<List<? extends MenuEntry>> sections) {

    /** All of its commands, those of menus in it included. */
    List<Command> commands() {
        return sections.stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.commands().stream())
                .toList();
    }
}
