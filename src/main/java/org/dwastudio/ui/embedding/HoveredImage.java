package org.dwastudio.ui.embedding;

import java.util.Optional;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.NearestRealImage;
import org.dwastudio.ui.synthesis.ImageRef;

/**
 * Distilled image under the mouse, with its nearest real image.
 *
 * @param tile place of the image in the grid
 * @param className name of its class
 * @param iteration pixel steps made on it
 * @param image its pixels
 * @param nearest nearest real image of the class; empty until it is found
 */
public record HoveredImage(
        Tile tile, String className, int iteration, ImageRef image, Optional<NearestRealImage> nearest) {
    HoveredImage with(NearestRealImage found) {
        return new HoveredImage(tile, className, iteration, image, Optional.of(found));
    }
}
