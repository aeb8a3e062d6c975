package org.dwastudio.pipeline.assembly;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.pipeline.squeeze.TrainingTask;

/** What an experiment asks a squeeze to do. */
final class SqueezeTasks {
    private SqueezeTasks() {}

    /**
     * Reads the dataset, and its mean and standard deviation where the experiment does not give them.
     *
     * @throws IOException when the dataset cannot be read, in words
     * @throws IllegalArgumentException when the experiment contradicts itself or the dataset, in words
     */
    static TrainingTask of(EngineSession session, Experiment experiment) throws IOException {
        experiment.squeeze().contradictions().forEach((key, problem) -> {
            throw new IllegalArgumentException("squeeze." + key + ": " + problem);
        });
        ImageDataset dataset = session.dataset(experiment.dataset());
        Optional<ChannelNormalization> given = experiment.dataset().normalization();
        if (given.isEmpty()) {
            return task(experiment, dataset, Normalization.of(dataset));
        }
        if (given.get().mean().size() != dataset.channels()) {
            throw new IllegalArgumentException("dataset.normalization has "
                    + given.get().mean().size() + " channels, but the images of " + dataset.name() + " have "
                    + dataset.channels() + ". Please give one mean and std a channel, or leave them out.");
        }
        return task(
                experiment,
                dataset,
                new Normalization(given.get().mean(), given.get().std()));
    }

    static TrainingTask task(Experiment experiment, ImageDataset dataset, Normalization normalization) {
        return new TrainingTask(experiment.squeeze(), dataset, normalization, experiment.seed());
    }
}
