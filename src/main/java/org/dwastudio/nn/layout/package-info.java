/**
 * Networks as names and shapes of tensors: modules, units of convolution and norm, and the mapping of foreign names to
 * ours. Knows no architecture and no values.
 */
@NullMarked
package org.dwastudio.nn.layout;

import org.jspecify.annotations.NullMarked;
