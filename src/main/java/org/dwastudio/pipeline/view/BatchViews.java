package org.dwastudio.pipeline.view;

import java.util.List;
import org.dwastudio.data.ImageCut;

/**
 * How the images of one step are looked at: all that it takes to make the batch again.
 *
 * @param images which images, by their index in the training split
 * @param cuts how each is cut
 * @param mix how they are mixed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record BatchViews(int[] images, List<ImageCut> cuts, BatchMix mix) {
    public BatchViews {
        cuts = List.copyOf(cuts);
    }

    /** How many images. */
    public int count() {
        return images.length;
    }
}
