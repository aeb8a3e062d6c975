/** Preferences of the compute device, and the download of the CUDA build. */
@NullMarked
package org.dwastudio.ui.compute;

import org.jspecify.annotations.NullMarked;
