/** NumPy's npy and npz formats. */
package org.dwastudio.weights.numpy;
