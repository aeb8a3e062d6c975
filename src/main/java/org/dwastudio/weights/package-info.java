/** Tensors as files store them, and the contract of a tensor format. */
package org.dwastudio.weights;
