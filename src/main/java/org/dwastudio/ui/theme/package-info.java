/** Themes, their colors and the program icon. */
package org.dwastudio.ui.theme;
