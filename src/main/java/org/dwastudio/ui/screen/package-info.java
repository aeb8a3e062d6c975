/** Texts, units and small views that several screens share. */
@NullMarked
package org.dwastudio.ui.screen;

import org.jspecify.annotations.NullMarked;
