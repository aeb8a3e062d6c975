/** One pixel step: losses, weight adjustment, gradient scaling and the update of the pixels. */
@NullMarked
package org.dwastudio.stage.synthesis.step;

import org.jspecify.annotations.NullMarked;
