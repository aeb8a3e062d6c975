/** Views of the trials of a sweep. */
@NullMarked
package org.dwastudio.ui.sweep.result;

import org.jspecify.annotations.NullMarked;
