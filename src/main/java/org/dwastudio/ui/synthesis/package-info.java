/** The synthesis page: image grid, inspector and progress. */
@NullMarked
package org.dwastudio.ui.synthesis;

import org.jspecify.annotations.NullMarked;
