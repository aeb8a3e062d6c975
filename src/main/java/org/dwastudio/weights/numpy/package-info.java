/** NumPy's npy and npz formats. */
@NullMarked
package org.dwastudio.weights.numpy;

import org.jspecify.annotations.NullMarked;
