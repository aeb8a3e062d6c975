/** Preferences and recent files of the user. */
@NullMarked
package org.dwastudio.ui.preference;

import org.jspecify.annotations.NullMarked;
