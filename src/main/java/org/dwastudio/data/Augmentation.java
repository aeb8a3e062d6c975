package org.dwastudio.data;

import java.util.random.RandomGenerator;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.event.PixelBlock;

/** A random change of a training image, before it is normalised. Safe from any thread. */
public sealed interface Augmentation permits PaddedCrop, ResizedCrop {

    /** The one that a squeeze asks for. */
    static Augmentation of(SqueezeConfig config) {
        return switch (config.crop()) {
            case PADDED -> new PaddedCrop(config.cropPadding(), config.horizontalFlip());
            case RESIZED -> new ResizedCrop(config.smallestArea(), config.horizontalFlip());
        };
    }

    /**
     * One training image of a dataset, changed.
     *
     * @param index of the image in the training split
     * @param random the same state gives the same picture
     * @return one picture of the dataset's size and channels
     * @throws java.io.UncheckedIOException when the image proves unreadable
     */
    PixelBlock picture(ImageDataset dataset, int index, RandomGenerator random);
}
