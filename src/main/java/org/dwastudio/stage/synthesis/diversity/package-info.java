/** Diversity of the synthetic images in the feature space of the unadjusted teacher. */
package org.dwastudio.stage.synthesis.diversity;
