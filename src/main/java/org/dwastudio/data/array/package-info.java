/** Datasets of small images in a few files, read into memory: IDX, CIFAR, NumPy archives. The catalog may come in. */
@NullMarked
package org.dwastudio.data.array;

import org.jspecify.annotations.NullMarked;
