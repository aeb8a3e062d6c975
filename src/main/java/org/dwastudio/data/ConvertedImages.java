package org.dwastudio.data;

import org.dwastudio.event.PixelBlock;

/** The images of one split in a dataset's size and colour. Safe from any thread. */
@FunctionalInterface
interface ConvertedImages {
    /**
     * In the order asked for.
     *
     * @throws java.io.UncheckedIOException when one cannot be read
     */
    PixelBlock pictures(int... indices);
}
