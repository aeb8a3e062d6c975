package org.dwastudio.pipeline.squeeze;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.Network;
import org.dwastudio.network.NetworkCatalog;
import org.dwastudio.network.Teacher;
import org.dwastudio.network.TeacherMetadata;
import org.dwastudio.pipeline.RunControl;

/** The first stage: from a dataset to a teacher that knows it. */
public final class Squeeze {
    private final NetworkCatalog catalog;

    public Squeeze(NetworkCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Builds the network that a dataset needs, trains it in float32, and describes it. Mean and standard deviation are
     * those of the dataset's training split.
     *
     * @param seed decides the start weights and everything drawn in training
     * @param manager owns the teacher; closing it closes the teacher
     * @throws IllegalArgumentException when the configuration cannot be built or does not fit the dataset
     * @throws TrainingDivergedException when the loss is no longer a number
     */
    public SqueezedTeacher run(
            SqueezeConfig config,
            ImageDataset dataset,
            long seed,
            NDManager manager,
            RunControl control,
            RunListener listener) {
        NetworkConfig networkConfig = networkFor(config, dataset);
        Normalization normalization = dataset.normalization();
        TeacherTrainer trainer = new TeacherTrainer(config, dataset, normalization, seed);
        Network network = catalog.build(networkConfig, manager, DataType.FLOAT32, seed);
        try {
            TrainingOutcome outcome = trainer.train(network, manager, control, listener);
            TeacherMetadata metadata = new TeacherMetadata(
                    networkConfig,
                    dataset.name(),
                    dataset.classNames(),
                    normalization.mean(),
                    normalization.std(),
                    outcome.testAccuracy(),
                    provenance(config, dataset, seed, outcome));
            return new SqueezedTeacher(new Teacher(network, metadata), outcome);
        } catch (RuntimeException | Error failure) {
            network.close();
            throw failure;
        }
    }

    private static NetworkConfig networkFor(SqueezeConfig config, ImageDataset dataset) {
        return new NetworkConfig(
                config.architecture(),
                config.width(),
                config.stem(),
                dataset.channels(),
                dataset.classNames().size(),
                dataset.imageSize());
    }

    private static Map<String, String> provenance(
            SqueezeConfig config, ImageDataset dataset, long seed, TrainingOutcome outcome) {
        return Map.of(
                "datasetFingerprint", dataset.fingerprint(),
                "seed", Long.toString(seed),
                "epochs", Integer.toString(outcome.epochs()),
                "batchSize", Integer.toString(config.batchSize()),
                "learningRate", Double.toString(config.learningRate()),
                "momentum", Double.toString(config.momentum()),
                "weightDecay", Double.toString(config.weightDecay()),
                "cropPadding", Integer.toString(config.cropPadding()),
                "horizontalFlip", Boolean.toString(config.horizontalFlip()));
    }
}
