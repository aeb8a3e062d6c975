/** Tensor operators that the layers are written with. */
package org.dwastudio.nn.operator;
