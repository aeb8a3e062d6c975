/** Preprocessing to one size and color mode, training augmentation, and background decoding. */
@NullMarked
package org.dwastudio.data.preprocess;

import org.jspecify.annotations.NullMarked;
