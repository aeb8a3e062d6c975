package org.dwastudio.ui.shell;

import java.util.List;

/**
 * A menu.
 *
 * @param key of its title
 * @param sections its commands, with a line between sections
 */
record CommandGroup(String key, List<List<Command>> sections) {}
