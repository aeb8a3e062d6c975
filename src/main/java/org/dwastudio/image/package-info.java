/** Image batches, crop boxes, and the normalization between pixels and network input. */
@NullMarked
package org.dwastudio.image;

import org.jspecify.annotations.NullMarked;
