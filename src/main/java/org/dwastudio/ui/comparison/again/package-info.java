/** The repetition of a compared run with other settings. */
@NullMarked
package org.dwastudio.ui.comparison.again;

import org.jspecify.annotations.NullMarked;
