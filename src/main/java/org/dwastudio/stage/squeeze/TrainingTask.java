package org.dwastudio.stage.squeeze;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.image.Normalization;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.train.batch.TrainingBatches;

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
