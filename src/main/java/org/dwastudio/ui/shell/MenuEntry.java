package org.dwastudio.ui.shell;

import java.util.List;

/** A line of a menu. */
sealed interface MenuEntry permits Command, Submenu {

    /** The commands behind it. */
    List<Command> commands();
}
