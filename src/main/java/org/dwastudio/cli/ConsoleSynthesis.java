package org.dwastudio.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.Run;
import org.dwastudio.pipeline.RunOutcome;

/**
 * A synthesis in a terminal: a progress bar, then where the results are.
 *
 * @param out takes the results
 * @param err takes the progress
 */
record ConsoleSynthesis(EngineSource engines, PrintWriter out, PrintWriter err) {

    /** Runs it; throws what the run failed with. */
    void run(Experiment experiment, Path folder) throws Exception {
        try (Engine engine = engines.open()) {
            ConsoleProgress progress = ConsoleProgress.to(err);
            Run run = engine.startSynthesis(experiment, folder, progress);
            try (Interruption interruption = new Interruption(run.control())) {
                report(interruption.await(run.outcome(), progress));
            }
        }
    }

    private void report(RunOutcome outcome) {
        if (outcome.cancelled()) {
            out.println("Stopped; what was done is kept.");
        }
        out.println("Run folder:    " + outcome.folder().toAbsolutePath());
        out.println("Contact sheet: " + outcome.contactSheet().toAbsolutePath());
        out.flush();
    }
}
