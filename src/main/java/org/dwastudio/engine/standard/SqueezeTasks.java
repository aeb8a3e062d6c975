package org.dwastudio.engine.standard;

import java.io.IOException;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.squeeze.TrainingTask;

/** Training tasks for the squeeze of an experiment. */
final class SqueezeTasks {
    private SqueezeTasks() {}

    /**
     * Reads the dataset and creates the training task. The mean and standard deviation are computed from the dataset if
     * the experiment does not set them.
     *
     * @throws IOException if the dataset cannot be read
     * @throws IllegalArgumentException if the experiment contradicts itself or the dataset
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
