/** Composite blocks of the architectures: residual, inverted residual and shuffle blocks. */
package org.dwastudio.nn.block;
