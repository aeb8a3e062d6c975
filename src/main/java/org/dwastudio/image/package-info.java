/** Image batches, crop boxes, and the normalization between pixels and network input. */
package org.dwastudio.image;
