/** Datasets of small images in a few files, read into memory: IDX, CIFAR, NumPy archives. Used only by the catalog. */
@NullMarked
package org.dwastudio.data.array;

import org.jspecify.annotations.NullMarked;
