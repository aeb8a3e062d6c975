/** The PyTorch engine behind DJL: loading, instruction sets and processor capabilities. */
package org.dwastudio.nn.torch;
