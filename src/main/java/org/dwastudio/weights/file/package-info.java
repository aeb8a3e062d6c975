/** Tensor files of any supported format: detection, reading, atomic writing. */
package org.dwastudio.weights.file;
