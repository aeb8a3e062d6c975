/** Parallel coordinates of the trials of a sweep, with brushes. */
@NullMarked
package org.dwastudio.ui.sweep.parallel;

import org.jspecify.annotations.NullMarked;
