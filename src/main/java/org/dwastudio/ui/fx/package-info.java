/** The bridge between background threads and the JavaFX thread. */
@NullMarked
package org.dwastudio.ui.fx;

import org.jspecify.annotations.NullMarked;
