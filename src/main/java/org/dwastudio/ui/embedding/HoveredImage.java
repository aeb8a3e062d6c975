package org.dwastudio.ui.embedding;

import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.imagegrid.Tile;
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
public record HoveredImage(Tile tile, String className, int iteration, ImageRef image, Optional<Nearest> nearest) {

    /**
     * Nearest real image.
     *
     * @param image exactly one image
     * @param cosine cosine of the features, −1 to 1
     */
    public record Nearest(ImageBatch image, double cosine) {}

    HoveredImage with(Nearest found) {
        return new HoveredImage(tile, className, iteration, image, Optional.of(found));
    }
}
