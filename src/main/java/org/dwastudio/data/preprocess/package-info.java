/** Preprocessing to one size and color mode, training augmentation, and background decoding. */
package org.dwastudio.data.preprocess;
