/** Commands and menus as values. */
@NullMarked
package org.dwastudio.ui.command;

import org.jspecify.annotations.NullMarked;
