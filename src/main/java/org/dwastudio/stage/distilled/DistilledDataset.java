package org.dwastudio.stage.distilled;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.SubstitutedTrainingSplit;

/**
 * Distilled set with the real images that it replaces.
 *
 * @param images the set
 * @param real whose test split students are measured on
 */
public record DistilledDataset(LabeledImages images, ImageDataset real) {

    /** The set as training images. */
    public ImageDataset training() {
        return new SubstitutedTrainingSplit("the distilled set", real, images);
    }

    /** Returns an identifier of the content of the set. */
    public String fingerprint() {
        return training().fingerprint();
    }
}
