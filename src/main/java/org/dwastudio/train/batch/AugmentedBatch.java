package org.dwastudio.train.batch;

import java.util.List;
import org.dwastudio.image.CropBox;

/**
 * Augmentation parameters of the images of one step, sufficient to reproduce the batch.
 *
 * @param images indices of the images in the training split
 * @param cuts crop of each image
 * @param mix mixing that is applied after cropping
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record AugmentedBatch(int[] images, List<CropBox> cuts, MixedBatch mix) {
    public AugmentedBatch {
        cuts = List.copyOf(cuts);
    }

    /** Returns the number of images. */
    public int count() {
        return images.length;
    }
}
