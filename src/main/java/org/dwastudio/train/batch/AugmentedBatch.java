package org.dwastudio.train.batch;

import java.util.List;
import org.dwastudio.image.CropBox;

/**
 * How the images of one step are looked at: all that it takes to make the batch again.
 *
 * @param images which images, by their index in the training split
 * @param cuts how each is cut
 * @param mix how they are mixed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record AugmentedBatch(int[] images, List<CropBox> cuts, MixedBatch mix) {
    public AugmentedBatch {
        cuts = List.copyOf(cuts);
    }

    /** How many images. */
    public int count() {
        return images.length;
    }
}
