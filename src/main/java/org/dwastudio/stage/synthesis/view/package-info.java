/** Augmentations of the synthetic images before the teacher sees them. */
@NullMarked
package org.dwastudio.stage.synthesis.view;

import org.jspecify.annotations.NullMarked;
