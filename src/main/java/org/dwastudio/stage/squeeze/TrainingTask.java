package org.dwastudio.stage.squeeze;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.image.Normalization;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.train.batch.TrainingBatches;

/**
 * Recipe and data of a training.
 *
 * @param config the recipe
 * @param dataset the images
 * @param normalization applied to the images before they enter the network
 * @param seed determines the initial weights and all random numbers of the training
 */
public record TrainingTask(SqueezeConfig config, ImageDataset dataset, Normalization normalization, long seed) {

    /** Returns the configuration of the network for the dataset. */
    public NetworkConfig network() {
        return new NetworkConfig(
                config.network().architecture(),
                config.network().width(),
                config.network().stem(),
                dataset.channels(),
                dataset.classNames().size(),
                dataset.imageSize());
    }

    TrainingBatches batches() {
        return new TrainingBatches(dataset, config.batchSize(), Augmentation.of(config));
    }

    SeedSequence seeds() {
        return new SeedSequence(seed);
    }
}
