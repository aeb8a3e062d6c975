/** Newest runs that an empty comparison offers. */
@NullMarked
package org.dwastudio.ui.comparison.newest;

import org.jspecify.annotations.NullMarked;
