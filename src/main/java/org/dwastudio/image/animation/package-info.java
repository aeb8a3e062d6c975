/** Animated images: grids that change over time. Knows no run. */
@NullMarked
package org.dwastudio.image.animation;

import org.jspecify.annotations.NullMarked;
