/** The PyTorch engine behind DJL: loading, instruction sets and processor capabilities. */
@NullMarked
package org.dwastudio.nn.torch;

import org.jspecify.annotations.NullMarked;
