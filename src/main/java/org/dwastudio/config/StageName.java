package org.dwastudio.config;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** The five stages in the order of the pipeline, with one name each for package, classes, files and folders. */
public enum StageName {
    SQUEEZE(experiment -> experiment.squeeze().epochs()),
    SYNTHESIS(experiment -> experiment.synthesis().imagesPerClass()),
    RELABEL(experiment -> experiment.evaluation().epochs()),
    EVALUATION(experiment -> experiment.evaluation().epochs()),
    EXPORT(experiment -> 1);

    private final ToIntFunction<Experiment> units;

    StageName(ToIntFunction<Experiment> units) {
        this.units = units;
    }

    /** Returns the name in files and folders, for example {@code synthesis}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the number of columns of a synthesis, or of epochs of another stage. */
    public int columnsOrEpochs(Experiment experiment) {
        return units.applyAsInt(experiment);
    }
}
