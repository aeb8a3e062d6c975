/** Initialization of the synthetic images. */
@NullMarked
package org.dwastudio.stage.synthesis.start;

import org.jspecify.annotations.NullMarked;
