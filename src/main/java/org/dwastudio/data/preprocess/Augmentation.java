package org.dwastudio.data.preprocess;

import java.util.random.RandomGenerator;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;

/** Random augmentation of a training image, before it is normalized. Thread-safe. */
public sealed interface Augmentation permits PaddedCrop, ResizedCrop {

    /** Returns the augmentation of a squeeze. */
    static Augmentation of(SqueezeConfig config) {
        return of(
                config.augmentation().crop(),
                config.augmentation().cropPadding(),
                config.augmentation().smallestArea(),
                config.augmentation().horizontalFlip());
    }

    /** Returns the augmentation of an evaluation. */
    static Augmentation of(EvaluationConfig config) {
        return of(
                config.augmentation().crop(),
                config.augmentation().cropPadding(),
                config.augmentation().smallestArea(),
                config.augmentation().horizontalFlip());
    }

    private static Augmentation of(ImageAugmentation.Crop crop, int padding, double smallestArea, boolean flip) {
        return switch (crop) {
            case PADDED -> new PaddedCrop(padding, flip);
            case RESIZED -> new ResizedCrop(smallestArea, flip);
        };
    }

    /**
     * Returns the image that a crop is taken from.
     *
     * @param index index of the image in the training split
     * @return exactly one image
     * @throws java.io.UncheckedIOException if the image proves unreadable
     */
    ImageBatch source(ImageDataset dataset, int index);

    /** Draws a crop; the same state of the generator gives the same crop. */
    CropBox draw(ImageBatch source, RandomGenerator random);

    /**
     * Crops a source.
     *
     * @param size height and width of the result, in pixels
     */
    ImageBatch cut(ImageBatch source, CropBox cut, int size);

    /**
     * Returns one augmented training image of a dataset.
     *
     * @param index index of the image in the training split
     * @param random generator; the same state gives the same image
     * @return one image of the dataset's size and channels
     * @throws java.io.UncheckedIOException if the image proves unreadable
     */
    default ImageBatch augment(ImageDataset dataset, int index, RandomGenerator random) {
        ImageBatch source = source(dataset, index);
        return cut(source, draw(source, random), dataset.imageSize());
    }
}
