package org.dwastudio.stage.squeeze;

import java.util.Optional;
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
 * @param start weights that a fresh training starts from; empty for random ones
 */
public record TrainingTask(
        SqueezeConfig config,
        ImageDataset dataset,
        Normalization normalization,
        long seed,
        Optional<StartWeights> start) {

    /** Creates a training from random weights. */
    public TrainingTask(SqueezeConfig config, ImageDataset dataset, Normalization normalization, long seed) {
        this(config, dataset, normalization, seed, Optional.empty());
    }

    /** Returns the configuration of the network for the dataset. */
    public NetworkConfig network() {
        return network(config, dataset);
    }

    /** Returns the configuration of the network of a recipe for a dataset. */
    static NetworkConfig network(SqueezeConfig config, ImageDataset dataset) {
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
