package org.dwastudio.stage.synthesis.start;

import java.util.random.RandomGenerator;
import org.dwastudio.image.CropBox;

/**
 * Random square crop as torchvision's {@code RandomResizedCrop(ratio=(1, 1))} draws it: 0.08 to 1 of the area; the largest
 * square in the center after ten draws that do not fit.
 */
final class SquareCrop {
    private static final double SMALLEST_AREA = 0.08;
    private static final int TRIES = 10;

    private SquareCrop() {}

    /** Draws a crop of an image of so many pixels. */
    static CropBox draw(int height, int width, RandomGenerator random) {
        double area = (double) height * width;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double share = SMALLEST_AREA + (1 - SMALLEST_AREA) * random.nextDouble();
            int side = (int) Math.rint(Math.sqrt(area * share));
            if (side > 0 && side <= Math.min(height, width)) {
                return new CropBox(
                        random.nextInt(height - side + 1), random.nextInt(width - side + 1), side, side, false);
            }
        }
        int side = Math.min(height, width);
        return new CropBox((height - side) / 2, (width - side) / 2, side, side, false);
    }
}
