package org.dwastudio.config;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** The five stages in the order of the pipeline, with one name each for package, classes, files and folders. */
public enum StageName {
    SQUEEZE(experiment -> experiment.squeeze().epochs(), Queueing.OWN_RUN),
    SYNTHESIS(experiment -> experiment.synthesis().imagesPerClass(), Queueing.OWN_RUN),
    RELABEL(experiment -> experiment.evaluation().epochs(), Queueing.OTHER_RUN),
    EVALUATION(experiment -> experiment.evaluation().epochs(), Queueing.OTHER_RUN),
    EXPORT(experiment -> 1, Queueing.NONE);

    private enum Queueing {
        /** The stage makes a run. */
        OWN_RUN,
        /** The stage uses the images of a run. */
        OTHER_RUN,
        /** The stage is not queued. */
        NONE
    }

    private final ToIntFunction<Experiment> units;
    private final Queueing queueing;

    StageName(ToIntFunction<Experiment> units, Queueing queueing) {
        this.units = units;
        this.queueing = queueing;
    }

    /** Returns the name in files and folders, for example {@code synthesis}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the number of columns of a synthesis, or of epochs of another stage. */
    public int columnsOrEpochs(Experiment experiment) {
        return units.applyAsInt(experiment);
    }

    /**
     * Returns true if the stage can be queued.
     *
     * @param hasImages true if it is known whose images it would use
     */
    public boolean canBeQueued(boolean hasImages) {
        return queueing == Queueing.OWN_RUN || (queueing == Queueing.OTHER_RUN && hasImages);
    }
}
