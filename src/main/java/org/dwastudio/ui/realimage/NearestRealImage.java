package org.dwastudio.ui.realimage;

import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.stage.inspection.RealSet;

/**
 * Nearest real image of a distilled one.
 *
 * @param image exactly one image
 * @param cosine cosine of the features, −1 to 1
 */
public record NearestRealImage(ImageBatch image, double cosine) {

    /** Reads the image of a neighbor by features. */
    public static NearestRealImage of(RealSet set, Neighbor found) {
        return new NearestRealImage(set.images(found.id()), 1 - found.distance());
    }
}
