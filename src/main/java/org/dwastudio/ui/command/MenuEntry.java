package org.dwastudio.ui.command;

import java.util.List;

/** A line of a menu. */
public sealed interface MenuEntry permits Command, Submenu, RecentMenu {

    /** The commands behind it. */
    List<Command> commands();
}
