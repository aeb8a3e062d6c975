package org.dwastudio.data.preprocess;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.dwastudio.image.ImageBatch;

/**
 * Decoded images of one split, kept from their first use as long as the budget lasts. None is dropped for another one:
 * an epoch uses every image once, so that the least recently used image is the next to be needed. Thread-safe.
 */
final class DecodedImages {
    /** Bytes of an image apart from its pixels: two objects and a reference. */
    private static final int OVERHEAD = 64;

    private final IntFunction<ImageBatch> decoder;
    private final PixelBudget budget;
    private final AtomicReferenceArray<ImageBatch> kept;

    /**
     * Creates an empty cache.
     *
     * @param count number of images of the split
     * @param decoder function that decodes the image of an index; called by several threads
     */
    DecodedImages(int count, IntFunction<ImageBatch> decoder, PixelBudget budget) {
        this.decoder = decoder;
        this.budget = budget;
        kept = new AtomicReferenceArray<>(count);
    }

    /** Returns one image, which is decoded unless it is kept. */
    ImageBatch get(int index) {
        ImageBatch before = kept.get(index);
        if (before != null) {
            return before;
        }
        ImageBatch image = decoder.apply(index);
        long bytes = (long) image.bytes().length + OVERHEAD;
        if (budget.take(bytes) && !kept.compareAndSet(index, null, image)) {
            // Another thread was faster.
            budget.giveBack(bytes);
        }
        return image;
    }
}
