package org.dwastudio.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.yaml.SweepFile;

/**
 * State of a sweep that is running.
 *
 * @param content settings as they are now: values, trials and seeds can be added meanwhile
 * @param trials baselines, then the candidates that have a number, also those that wait
 * @param current the run in progress
 * @param doneRuns runs that have ended
 * @param plannedRuns runs that are planned now
 * @param secondsLeft time that is left, from the seconds of finished runs; empty before the first one has ended
 * @param secondsWaiting part of the time left that belongs to the runs after the one in progress; 0 if it is not known
 */
public record SweepProgress(
        SweepFile content,
        List<Trial> trials,
        Optional<Current> current,
        int doneRuns,
        int plannedRuns,
        OptionalDouble secondsLeft,
        double secondsWaiting) {
    public SweepProgress {
        trials = List.copyOf(trials);
    }

    /** Returns the number of runs that have ended; random real images are no run of their own. */
    public static int done(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                .mapToInt(trial -> trial.runs().size())
                .sum();
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
