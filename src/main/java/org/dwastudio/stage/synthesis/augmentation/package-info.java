/** Augmentations of the synthetic images before the teacher sees them. */
@NullMarked
package org.dwastudio.stage.synthesis.augmentation;

import org.jspecify.annotations.NullMarked;
