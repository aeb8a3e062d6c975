/** Commands and menus as values. */
package org.dwastudio.ui.command;
