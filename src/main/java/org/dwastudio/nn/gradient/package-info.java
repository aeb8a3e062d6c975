/** Frozen networks and the gradient of a loss with respect to the images, computed by a hand-written backward pass. */
@NullMarked
package org.dwastudio.nn.gradient;

import org.jspecify.annotations.NullMarked;
