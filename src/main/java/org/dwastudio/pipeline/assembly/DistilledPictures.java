package org.dwastudio.pipeline.assembly;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabelledImages;
import org.dwastudio.data.ReplacedTraining;

/**
 * A distilled set beside the real images that it stands for.
 *
 * @param pictures the set
 * @param real whose test split students are measured on
 */
record DistilledPictures(LabelledImages pictures, ImageDataset real) {

    /** The set as training images. */
    ImageDataset training() {
        return new ReplacedTraining("the distilled set", real, pictures);
    }

    /** Tells one set from another. */
    String fingerprint() {
        return training().fingerprint();
    }
}
