package org.dwastudio.data.preprocess;

import org.dwastudio.image.ImageBatch;

/** The images of one split in a dataset's size and colour. Safe from any thread. */
@FunctionalInterface
interface PreprocessedImages {
    /**
     * In the order asked for.
     *
     * @throws java.io.UncheckedIOException when one cannot be read
     */
    ImageBatch pictures(int... indices);
}
