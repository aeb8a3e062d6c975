/** Layers of a network and the scope that names and creates their tensors. */
@NullMarked
package org.dwastudio.nn.layer;

import org.jspecify.annotations.NullMarked;
