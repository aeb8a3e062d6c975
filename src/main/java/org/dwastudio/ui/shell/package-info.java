/** The shell of the window: menus, tool bar, stage bar, status bar and dialogs. */
package org.dwastudio.ui.shell;
