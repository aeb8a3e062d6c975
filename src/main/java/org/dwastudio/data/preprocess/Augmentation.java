package org.dwastudio.data.preprocess;

import java.util.random.RandomGenerator;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;

/** A random change of a training image, before it is normalised. Safe from any thread. */
public sealed interface Augmentation permits PaddedCrop, ResizedCrop {

    /** The one that a squeeze asks for. */
    static Augmentation of(SqueezeConfig config) {
        return of(config.crop(), config.cropPadding(), config.smallestArea(), config.horizontalFlip());
    }

    /** The one that an evaluation asks for. */
    static Augmentation of(EvaluationConfig config) {
        return of(config.crop(), config.cropPadding(), config.smallestArea(), config.horizontalFlip());
    }

    private static Augmentation of(SqueezeConfig.Crop crop, int padding, double smallestArea, boolean flip) {
        return switch (crop) {
            case PADDED -> new PaddedCrop(padding, flip);
            case RESIZED -> new ResizedCrop(smallestArea, flip);
        };
    }

    /**
     * What a training image is cut from.
     *
     * @param index of the image in the training split
     * @return exactly one picture
     * @throws java.io.UncheckedIOException when the image proves unreadable
     */
    ImageBatch source(ImageDataset dataset, int index);

    /** Decides how a source is cut; the same state of the generator gives the same cut. */
    CropBox draw(ImageBatch source, RandomGenerator random);

    /**
     * Cuts a source.
     *
     * @param size height and width of the result, in pixels
     */
    ImageBatch cut(ImageBatch source, CropBox cut, int size);

    /**
     * One training image of a dataset, changed.
     *
     * @param index of the image in the training split
     * @param random the same state gives the same picture
     * @return one picture of the dataset's size and channels
     * @throws java.io.UncheckedIOException when the image proves unreadable
     */
    default ImageBatch picture(ImageDataset dataset, int index, RandomGenerator random) {
        ImageBatch source = source(dataset, index);
        return cut(source, draw(source, random), dataset.imageSize());
    }
}
