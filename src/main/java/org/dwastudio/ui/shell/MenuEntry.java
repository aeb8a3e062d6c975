package org.dwastudio.ui.shell;

import java.util.List;

/** A line of a menu. */
sealed interface MenuEntry permits Command, Submenu, RecentMenu {

    /** The commands behind it. */
    List<Command> commands();
}
