package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dwastudio.config.ConfigException;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.sweep.work.SweepWork;

/**
 * Actions on trials of the shown sweep. FX thread only.
 *
 * @param work the sweep
 * @param experiment experiment of the window
 * @param compared opens runs in the comparison
 * @param notices notices of the window
 */
public record TrialActions(SweepWork work, SweptExperiment experiment, Consumer<List<Path>> compared, Notices notices) {

    /** Fills the values of a trial into the experiment of the window. */
    public void useValues(Trial trial) {
        try {
            experiment.use(trial.candidate().values());
            notices.add(Notice.done("sweep.notice.used", trial.key()));
        } catch (ConfigException e) {
            notices.addFailure("sweep.notice.use", e);
        }
    }

    /** Opens the first run of a trial in the window. */
    public void openRun(Trial trial) {
        folderOf(trial).ifPresent(experiment::open);
    }

    /** Compares the first runs of two to four trials. */
    public void compare(List<Trial> trials) {
        List<Path> runs = trials.stream()
                .flatMap(trial -> folderOf(trial).stream())
                .distinct()
                .toList();
        if (runs.size() > 1) {
            compared.accept(runs);
        }
    }

    /** Returns the folder of the first run of a trial; that of random real images is the one of the preset. */
    public Optional<Path> folderOf(Trial trial) {
        return work.standingProperty().get().flatMap(now -> trial.runs().stream()
                .findFirst()
                .map(run -> now.folder().run(trial.candidate(), run.seed())));
    }

    /** Returns true if a trial can be left out: it waits and has no run. */
    public boolean canSkip(Trial trial) {
        return trial.kind() == Trial.Kind.CANDIDATE
                && trial.runs().isEmpty()
                && work.standingProperty()
                        .get()
                        .flatMap(now -> now.progress().current())
                        .filter(current -> current.trial().equals(trial.key()))
                        .isEmpty();
    }

    /**
     * Leaves waiting trials out, or takes them in again.
     *
     * @param trials any trials; those that cannot be left out stay
     */
    public void skip(List<Trial> trials, boolean skipped) {
        List<Integer> numbers = trials.stream()
                .filter(trial -> canSkip(trial) && trial.isSkipped() != skipped)
                .map(trial -> trial.candidate().number())
                .toList();
        if (!numbers.isEmpty()) {
            work.skip(numbers, skipped);
        }
    }
}
