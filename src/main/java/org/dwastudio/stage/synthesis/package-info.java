/** Stage 2, synthesis: Directed Weight Adjustment and the pixel steps, column by column. */
@NullMarked
package org.dwastudio.stage.synthesis;

import org.jspecify.annotations.NullMarked;
