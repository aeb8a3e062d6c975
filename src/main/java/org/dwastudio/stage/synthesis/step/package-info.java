/** One pixel step: losses, weight adjustment, gradient scaling and the update of the pixels. */
package org.dwastudio.stage.synthesis.step;
