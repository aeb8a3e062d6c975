/** Layers of a network and the scope that names and creates their tensors. */
package org.dwastudio.nn.layer;
