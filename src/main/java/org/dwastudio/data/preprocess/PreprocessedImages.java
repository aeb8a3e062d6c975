package org.dwastudio.data.preprocess;

import org.dwastudio.image.ImageBatch;

/** Images of one split in a dataset's size and color mode. Thread-safe. */
@FunctionalInterface
interface PreprocessedImages {
    /**
     * Returns images in the given order.
     *
     * @throws java.io.UncheckedIOException if one cannot be read
     */
    ImageBatch images(int... indices);
}
