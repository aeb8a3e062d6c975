package org.dwastudio.ui.selection;

import java.util.Optional;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.NearestRealImage;
import org.dwastudio.ui.synthesis.ImageRef;

/**
 * Marked image.
 *
 * @param tile place of the image in the grid
 * @param image its pixels
 * @param nearest nearest real image of its class; empty until it is found
 */
public record MarkedImage(Tile tile, ImageRef image, Optional<NearestRealImage> nearest) {}
