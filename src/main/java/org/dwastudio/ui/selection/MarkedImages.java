package org.dwastudio.ui.selection;

import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.ui.realimage.NearestRealImage;

/**
 * Marked images of a run.
 *
 * @param images by class, then by column
 * @param meanCosine mean cosine of the features of two of them, −1 to 1; empty for fewer than two, or until it is known
 */
public record MarkedImages(List<MarkedImage> images, OptionalDouble meanCosine) {
    public MarkedImages {
        images = List.copyOf(images);
    }

    /** Returns the mean cosine of the features of an image and its nearest real image; empty until it is known. */
    public OptionalDouble meanNearest() {
        return images.stream()
                .flatMap(image -> image.nearest().stream())
                .mapToDouble(NearestRealImage::cosine)
                .average();
    }
}
