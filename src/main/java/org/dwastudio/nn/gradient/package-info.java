/** Frozen networks and the gradient of a loss with respect to the images, computed by a hand-written backward pass. */
package org.dwastudio.nn.gradient;
