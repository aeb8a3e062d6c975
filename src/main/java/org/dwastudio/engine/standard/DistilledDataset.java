package org.dwastudio.engine.standard;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.SubstitutedTrainingSplit;

/**
 * A distilled set beside the real images that it stands for.
 *
 * @param images the set
 * @param real whose test split students are measured on
 */
record DistilledDataset(LabeledImages images, ImageDataset real) {

    /** The set as training images. */
    ImageDataset training() {
        return new SubstitutedTrainingSplit("the distilled set", real, images);
    }

    /** Tells one set from another. */
    String fingerprint() {
        return training().fingerprint();
    }
}
