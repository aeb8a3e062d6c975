package org.dwastudio.ui.sweep.work;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.SweepAnalysis;
import org.dwastudio.sweep.search.Search;

/**
 * Everything that is known of a sweep at one moment.
 *
 * @param content its settings
 * @param folder its folder
 * @param progress trials and the run in progress
 * @param analysis analysis of the trials
 * @param tests students on the test split
 */
public record SweepStanding(
        SweepFile content, SweepFolder folder, SweepProgress progress, SweepAnalysis analysis, List<TestRun> tests) {
    public SweepStanding {
        tests = List.copyOf(tests);
    }

    /** Analyzes the trials, which takes up to a second. */
    public static SweepStanding of(SweepFile content, SweepFolder folder, SweepProgress progress, List<TestRun> tests) {
        return new SweepStanding(
                content, folder, progress, SweepAnalysis.of(content.sweep(), progress.trials()), tests);
    }

    /** Analyzes the sweep of a folder, which takes up to a second. */
    public static SweepStanding of(SweepRecord record) {
        int seeds = record.content().sweep().seeds();
        int candidates = Search.of(
                        record.content().sweep(), record.content().experiment().seed())
                .total();
        int done = record.trials().stream()
                .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                .mapToInt(trial -> trial.runs().size())
                .sum();
        long begun = record.trials().stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .count();
        return of(
                record.content(),
                record.folder(),
                new SweepProgress(record.trials(), Optional.empty(), done, (candidates + 1) * seeds, (int)
                        Math.max(0, candidates - begun)),
                record.tests());
    }

    /** Returns true if no run is left. */
    public boolean isComplete() {
        return progress.current().isEmpty() && progress.doneRuns() >= progress.plannedRuns();
    }

    /** Returns true if the test split was used for the trial that is the best one. */
    public boolean isTested() {
        return analysis.best()
                .map(best -> tests.stream().anyMatch(test -> test.winner().equals(best.key())))
                .orElse(false);
    }

    /** Returns true if the test split can be used: the sweep is over and was not tested. */
    public boolean canTest() {
        return isComplete()
                && !isTested()
                && analysis.best().isPresent()
                && content.sweep().objective().needsStudents();
    }
}
