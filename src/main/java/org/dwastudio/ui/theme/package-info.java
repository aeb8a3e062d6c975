/** Themes, their colors and the program icon. */
@NullMarked
package org.dwastudio.ui.theme;

import org.jspecify.annotations.NullMarked;
