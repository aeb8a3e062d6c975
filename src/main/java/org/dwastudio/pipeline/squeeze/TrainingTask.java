package org.dwastudio.pipeline.squeeze;

import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.data.Augmentation;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;

/**
 * What is to be trained on what.
 *
 * @param config how
 * @param dataset on which images
 * @param normalization what they go through on their way into the network
 * @param seed decides the start weights and everything drawn in training
 */
public record TrainingTask(SqueezeConfig config, ImageDataset dataset, Normalization normalization, long seed) {

    /** The network that the dataset needs. */
    public NetworkConfig network() {
        return new NetworkConfig(
                config.architecture(),
                config.width(),
                config.stem(),
                dataset.channels(),
                dataset.classNames().size(),
                dataset.imageSize());
    }

    TrainingBatches batches() {
        return new TrainingBatches(dataset, config.batchSize(), Augmentation.of(config));
    }

    EpochDraws draws(int epoch) {
        return new EpochDraws(seed, epoch);
    }
}
