/** Losses of a pixel step beyond those of the paper. */
@NullMarked
package org.dwastudio.stage.synthesis.loss;

import org.jspecify.annotations.NullMarked;
