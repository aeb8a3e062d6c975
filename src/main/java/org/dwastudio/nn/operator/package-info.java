/** Tensor operators that the layers are written with. */
@NullMarked
package org.dwastudio.nn.operator;

import org.jspecify.annotations.NullMarked;
