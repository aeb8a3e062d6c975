package org.dwastudio.engine.standard;

import java.io.IOException;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.squeeze.TrainingTask;

/** What an experiment asks a squeeze to do. */
final class SqueezeTasks {
    private SqueezeTasks() {}

    /**
     * Reads the dataset, and its mean and standard deviation where the experiment does not give them.
     *
     * @throws IOException when the dataset cannot be read, in words
     * @throws IllegalArgumentException when the experiment contradicts itself or the dataset, in words
     */
    static TrainingTask of(StageServices session, Experiment experiment) throws IOException {
        experiment.squeeze().contradictions().forEach((key, problem) -> {
            throw new IllegalArgumentException("squeeze." + key + ": " + problem);
        });
        ImageDataset dataset = session.dataset(experiment.dataset());
        return task(experiment, dataset, dataset.normalization());
    }

    static TrainingTask task(Experiment experiment, ImageDataset dataset, Normalization normalization) {
        return new TrainingTask(experiment.squeeze(), dataset, normalization, experiment.seed());
    }
}
