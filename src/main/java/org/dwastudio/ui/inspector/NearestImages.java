package org.dwastudio.ui.inspector;

import java.util.List;

/**
 * Real images of the class that are nearest to an image.
 *
 * @param byFeatures by the cosine of the teacher's features, the nearest first
 * @param byPixels by the difference of the pixels
 */
public record NearestImages(List<RealImage> byFeatures, List<RealImage> byPixels) {
    public NearestImages {
        byFeatures = List.copyOf(byFeatures);
        byPixels = List.copyOf(byPixels);
    }
}
