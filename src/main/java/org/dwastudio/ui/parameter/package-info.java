/** The parameter panel of a synthesis, with undo and estimates. */
@NullMarked
package org.dwastudio.ui.parameter;

import org.jspecify.annotations.NullMarked;
