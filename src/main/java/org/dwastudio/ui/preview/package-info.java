/** Previews of the images in a run folder. Knows no screen. */
@NullMarked
package org.dwastudio.ui.preview;

import org.jspecify.annotations.NullMarked;
