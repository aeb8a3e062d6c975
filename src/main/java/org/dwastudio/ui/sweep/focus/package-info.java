/** Trials of a sweep that all its views mark: the hovered one, and those inside of brushes. */
@NullMarked
package org.dwastudio.ui.sweep.focus;

import org.jspecify.annotations.NullMarked;
