/** The user guide inside the window. */
@NullMarked
package org.dwastudio.ui.guide;

import org.jspecify.annotations.NullMarked;
