package org.dwastudio.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.engine.ResultService;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.request.EvaluationOutcome;

/**
 * Stress test of an experiment: synthesis and evaluation at every level with every seed, each in a run folder of its own.
 * Finished trials are not repeated, and interrupted ones are resumed.
 *
 * @param levels all levels of all sweeps
 * @param seeds number of seeds, 1 or more
 * @param folder receives the run folders and the tables {@code stress.md} and {@code stress.csv}
 */
public record StressStudy(List<StressLevel> levels, int seeds, Path folder) {
    public StressStudy {
        levels = List.copyOf(levels);
    }

    /** Returns the path of the table in Markdown. */
    public Path markdown() {
        return folder.resolve("stress.md");
    }

    /** Returns the path of the table as CSV. */
    public Path csv() {
        return folder.resolve("stress.csv");
    }

    /**
     * Runs what is not done. The tables are rewritten after every level.
     *
     * @return the table of the finished levels; fewer than all if the work was stopped
     * @throws Exception failure of a stage, or of writing a table
     */
    public StressTable run(TrialRunner runner, ResultService results) throws Exception {
        StressTable table = new StressTable(List.of());
        for (StressLevel level : levels) {
            List<EvaluationOutcome> outcomes = new ArrayList<>();
            for (StressTrial trial : level.trials(seeds, folder)) {
                runner.begin(trial);
                Optional<EvaluationOutcome> outcome = trial.run(runner, results);
                if (outcome.isEmpty()) {
                    return table;
                }
                outcomes.add(outcome.get());
            }
            table = table.with(StressRow.of(level, outcomes));
            write(table);
        }
        return table;
    }

    private void write(StressTable table) throws IOException {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(markdown(), table.markdown());
            AtomicFile.write(csv(), table.csv());
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
    }
}
