/** Augmentations of the synthetic images before the teacher sees them. */
package org.dwastudio.stage.synthesis.view;
