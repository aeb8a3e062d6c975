package org.dwastudio.data.preprocess;

import java.util.random.RandomGenerator;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.resize.PilBilinearResize;

/**
 * Random crop of the original image, of random area and aspect ratio, resized to the dataset's size, then a flip
 * (torchvision's RandomResizedCrop, bilinear on a PIL image, and RandomHorizontalFlip).
 *
 * @param smallestArea smallest share of the image that is kept, above 0 to 1
 * @param horizontalFlip true if an image is mirrored with probability ½
 */
public record ResizedCrop(double smallestArea, boolean horizontalFlip) implements Augmentation {
    private static final double NARROWEST = 3.0 / 4;
    private static final double WIDEST = 4.0 / 3;
    private static final int TRIES = 10;

    public ResizedCrop {
        if (!(smallestArea > 0 && smallestArea <= 1)) {
            throw new IllegalArgumentException(
                    "the smallest area is " + smallestArea + "; it must be above 0 and at most 1");
        }
    }

    @Override
    public ImageBatch source(ImageDataset dataset, int index) {
        return dataset.original(Split.TRAIN, index);
    }

    @Override
    public CropBox draw(ImageBatch source, RandomGenerator random) {
        CropBox box = box(source.height(), source.width(), random);
        boolean mirrored = horizontalFlip && random.nextBoolean();
        return new CropBox(box.top(), box.left(), box.height(), box.width(), mirrored);
    }

    @Override
    public ImageBatch cut(ImageBatch source, CropBox cut, int size) {
        return new PilBilinearResize(size).of(source, cut);
    }

    /** Draws a crop as RandomResizedCrop does: ten attempts, then the center with the nearest allowed aspect ratio. */
    CropBox box(int height, int width, RandomGenerator random) {
        double area = (double) height * width;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double target = area * between(smallestArea, 1, random);
            double ratio = Math.exp(between(Math.log(NARROWEST), Math.log(WIDEST), random));
            int w = (int) Math.rint(Math.sqrt(target * ratio));
            int h = (int) Math.rint(Math.sqrt(target / ratio));
            if (w > 0 && w <= width && h > 0 && h <= height) {
                return new CropBox(random.nextInt(height - h + 1), random.nextInt(width - w + 1), h, w, false);
            }
        }
        return middle(height, width);
    }

    private static CropBox middle(int height, int width) {
        double ratio = (double) width / height;
        int w = ratio > WIDEST ? (int) Math.rint(height * WIDEST) : width;
        int h = ratio < NARROWEST ? (int) Math.rint(width / NARROWEST) : height;
        return new CropBox((height - h) / 2, (width - w) / 2, h, w, false);
    }

    private static double between(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }
}
