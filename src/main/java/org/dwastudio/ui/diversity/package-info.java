/** Diversity of the shown images by class, next to random real images. */
@NullMarked
package org.dwastudio.ui.diversity;

import org.jspecify.annotations.NullMarked;
