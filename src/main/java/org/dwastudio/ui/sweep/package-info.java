/** Sweeps: what varies, their progress and their results, in a dialog of the window. */
@NullMarked
package org.dwastudio.ui.sweep;

import org.jspecify.annotations.NullMarked;
