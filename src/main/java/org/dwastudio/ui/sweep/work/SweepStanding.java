package org.dwastudio.ui.sweep.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.SweepAnalysis;
import org.dwastudio.sweep.plan.PlannedSearch;
import org.dwastudio.sweep.plan.TrialPlan;

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
    public static SweepStanding of(SweepFolder folder, SweepProgress progress, List<TestRun> tests) {
        return new SweepStanding(
                progress.content(), folder, progress, SweepAnalysis.of(progress.content(), progress.trials()), tests);
    }

    /** Analyzes the sweep of a folder, which takes up to a second. */
    public static SweepStanding of(SweepRecord record) {
        return of(
                record.folder(),
                new SweepProgress(
                        record.content(),
                        record.trials(),
                        Optional.empty(),
                        SweepProgress.done(record.trials()),
                        record.plannedRuns(),
                        OptionalDouble.empty(),
                        0),
                record.tests());
    }

    /** Returns the number of runs that the sweep has with other settings. */
    public int plannedRuns(SweepFile changed) {
        List<Trial> candidates = progress.trials().stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .toList();
        TrialPlan plan = new TrialPlan(
                candidates.stream().map(Trial::candidate).toList(),
                candidates.stream()
                        .filter(Trial::isSkipped)
                        .map(trial -> trial.candidate().number())
                        .collect(Collectors.toSet()));
        PlannedSearch search =
                PlannedSearch.of(changed.sweep(), changed.experiment().seed());
        return search.runs(plan);
    }

    /** Returns the same sweep with a run in progress. */
    SweepStanding running(Optional<SweepProgress.Current> current) {
        return new SweepStanding(
                content,
                folder,
                new SweepProgress(
                        content,
                        progress.trials(),
                        current,
                        progress.doneRuns(),
                        progress.plannedRuns(),
                        progress.secondsLeft(),
                        progress.secondsWaiting()),
                analysis,
                tests);
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
