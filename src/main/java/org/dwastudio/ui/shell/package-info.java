/** The shell of the window: menus, tool bar, stage bar, status bar and dialogs. */
@NullMarked
package org.dwastudio.ui.shell;

import org.jspecify.annotations.NullMarked;
