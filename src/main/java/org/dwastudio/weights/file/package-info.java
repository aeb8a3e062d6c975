/** Tensor files of any supported format: detection, reading, atomic writing. */
@NullMarked
package org.dwastudio.weights.file;

import org.jspecify.annotations.NullMarked;
