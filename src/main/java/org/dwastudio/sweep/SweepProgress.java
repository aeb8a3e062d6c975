package org.dwastudio.sweep;

import java.util.List;
import java.util.Optional;

/**
 * State of a sweep that is running.
 *
 * @param trials baselines, then the candidates that have begun, in their order
 * @param current the run in progress
 * @param doneRuns runs that have ended
 * @param plannedRuns runs that are planned now
 * @param waiting number of candidates that are known to follow
 */
public record SweepProgress(List<Trial> trials, Optional<Current> current, int doneRuns, int plannedRuns, int waiting) {
    public SweepProgress {
        trials = List.copyOf(trials);
    }

    /**
     * Run in progress.
     *
     * @param trial key of its row
     * @param seed seed of its experiment
     * @param stage what it does
     */
    public record Current(String trial, long seed, Stage stage) {}

    /** Part of a run. */
    public enum Stage {
        SYNTHESIS,
        EVALUATION,
        TEST
    }
}
