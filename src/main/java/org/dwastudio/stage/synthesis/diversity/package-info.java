/** Diversity of the synthetic images in the feature space of the unadjusted teacher. */
@NullMarked
package org.dwastudio.stage.synthesis.diversity;

import org.jspecify.annotations.NullMarked;
