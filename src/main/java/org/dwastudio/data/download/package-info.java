/** Downloads of published datasets and of the CUDA build, resumable and verified by checksum. */
@NullMarked
package org.dwastudio.data.download;

import org.jspecify.annotations.NullMarked;
