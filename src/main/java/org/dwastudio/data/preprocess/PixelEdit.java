package org.dwastudio.data.preprocess;

import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;

/** Change of the pixels of a converted image. Thread-safe. */
@FunctionalInterface
interface PixelEdit {
    /**
     * Returns a changed image of the same size and color mode.
     *
     * @param image exactly one image
     * @param index its index in its split
     */
    ImageBatch apply(ImageBatch image, int index);

    /** Returns the edit that changes nothing. */
    static PixelEdit none() {
        return (image, index) -> image;
    }

    /** Returns the edit of a split: the corruption of the training images, if there is one. */
    static PixelEdit of(DatasetSource source, Split split) {
        return split == Split.TRAIN
                ? source.variant().corruption().<PixelEdit>map(ImageCorruption::new).orElseGet(PixelEdit::none)
                : none();
    }
}
