/** Stage 1, squeeze: trains a teacher on a dataset. */
@NullMarked
package org.dwastudio.stage.squeeze;

import org.jspecify.annotations.NullMarked;
