/** Composite blocks of the architectures: residual, inverted residual and shuffle blocks. */
@NullMarked
package org.dwastudio.nn.block;

import org.jspecify.annotations.NullMarked;
