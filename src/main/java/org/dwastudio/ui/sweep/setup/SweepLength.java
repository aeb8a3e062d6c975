package org.dwastudio.ui.sweep.setup;

import java.util.Locale;
import org.dwastudio.config.Experiment;

/** Length of the runs of a sweep. */
public enum SweepLength {
    /** Runs as the window would make them. */
    WHOLE(3),
    /** A quarter of the iterations and of the epochs of students, and one student on each set. */
    QUICK(1);

    private static final int PARTS = 4;

    private final int seeds;

    SweepLength(int seeds) {
        this.seeds = seeds;
    }

    /** Returns the number of seeds of the offered question. */
    int seeds() {
        return seeds;
    }

    /** Returns the key of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the experiment with runs of this length. */
    public Experiment of(Experiment experiment) {
        if (this == WHOLE) {
            return experiment;
        }
        return experiment
                .withSynthesis(experiment
                        .synthesis()
                        .withIterations(part(experiment.synthesis().iterations())))
                .withEvaluation(experiment
                        .evaluation()
                        .withStudents(1)
                        .withEpochs(part(experiment.evaluation().epochs())));
    }

    private static int part(int whole) {
        return whole == 0 ? 0 : Math.max(1, (whole + PARTS / 2) / PARTS);
    }
}
