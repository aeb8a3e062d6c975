package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.sweep.plan.PlanFile;
import org.dwastudio.sweep.plan.PlannedSearch;
import org.dwastudio.sweep.plan.TrialPlan;
import org.dwastudio.text.Message;

/**
 * Content of the folder of a sweep.
 *
 * @param folder the folder
 * @param content settings of the sweep
 * @param plan numbered candidates, and those that are left out
 * @param trials trials with their finished runs, baselines first, also those that wait or are left out
 * @param tests students on the test split
 */
public record SweepRecord(
        SweepFolder folder, SweepFile content, TrialPlan plan, List<Trial> trials, List<TestRun> tests) {
    public SweepRecord {
        trials = List.copyOf(trials);
        tests = List.copyOf(tests);
    }

    /** Returns the runs of the sweep, with those that are not finished. */
    public int plannedRuns() {
        PlannedSearch search =
                PlannedSearch.of(content.sweep(), content.experiment().seed());
        return search.runs(plan);
    }

    /** Returns true if a folder contains a sweep. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(new SweepFolder(folder).settings());
    }

    /** Returns the folder of the sweep that a path names: the path itself, or the parent of its file or of its runs. */
    public static Path folderAt(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        boolean inside = !Files.isDirectory(path) || (!isIn(path) && parent != null && isIn(parent));
        return parent != null && inside ? parent : path;
    }

    /**
     * Reads the folder of a sweep.
     *
     * @throws ConfigException if its settings are damaged
     * @throws IOException if there is no sweep, a table cannot be read, or plan and table differ
     */
    public static SweepRecord read(Path folder) throws ConfigException, IOException {
        if (!isIn(folder)) {
            throw new RunFolderException(folder, Message.of("sweep.noSweep"));
        }
        SweepFolder files = new SweepFolder(folder);
        SweepFile content = SweepReader.readRecorded(files.settings());
        SweepConfig sweep = content.sweep();
        List<Trial> begun = new TrialsTable(sweep.parameters()).trials(files.trials(), sweep.seeds());
        TrialPlan plan = new RecordedPlan(files, begun)
                .of(
                        new PlanFile(sweep.parameters()).read(files.plan()),
                        PlannedSearch.of(sweep, content.experiment().seed()));
        PlannedTrials all = PlannedTrials.of(plan, begun, sweep.seeds());
        return new SweepRecord(files, content, all.plan(), all.trials(), TestTable.read(files.test()));
    }
}
