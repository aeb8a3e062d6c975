/** Tensors as files store them, and the contract of a tensor format. */
@NullMarked
package org.dwastudio.weights;

import org.jspecify.annotations.NullMarked;
