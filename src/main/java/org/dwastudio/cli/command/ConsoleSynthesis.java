package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.EstimateText;
import org.dwastudio.cli.text.PrecisionWarning;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.Engine;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;

/**
 * A synthesis in a terminal: a progress bar, then where the results are.
 *
 * @param out takes the results
 * @param err takes the progress
 */
public record ConsoleSynthesis(EngineFactory engines, PrintWriter out, PrintWriter err) {

    /** Prints the estimated time and memory, and whether the memory suffices. */
    void estimate(Experiment experiment) throws Exception {
        try (Engine engine = engines.open()) {
            estimated(engine, experiment).print(true, out, err);
            PrecisionWarning.print(engine, experiment, out);
        }
    }

    /** Prints the estimate in one line, then runs the synthesis; throws the exception that ended the run. */
    public void run(Experiment experiment, Path folder) throws Exception {
        try (Engine engine = engines.open()) {
            RunDirectory.requireVacant(folder);
            estimated(engine, experiment).print(false, out, err);
            PrecisionWarning.print(engine, experiment, err);
            ConsoleProgress progress = ConsoleProgress.to(err);
            await(engine.start(SynthesisRequest.fresh(experiment, folder), progress), progress);
        }
    }

    /** Resumes the synthesis of a run folder; throws the exception that ended it. */
    void resume(Path folder) throws Exception {
        try (Engine engine = engines.open()) {
            Experiment stored = ExperimentReader.read(RunDirectory.open(folder).experiment());
            PrecisionWarning.print(engine, stored, err);
            ConsoleProgress progress = ConsoleProgress.to(err);
            await(engine.start(SynthesisRequest.resumed(folder), progress), progress);
        }
    }

    private void await(StageRun<SynthesisOutcome> run, ConsoleProgress progress) throws Exception {
        try (ShutdownHandler interruption = new ShutdownHandler(run.control())) {
            report(interruption.await(run.outcome(), progress));
        }
    }

    private static EstimateText estimated(Engine engine, Experiment experiment) throws Exception {
        return new EstimateText(
                FutureResults.of(engine.estimate(SynthesisRequest.planned(experiment))), "synthesis.batchSize");
    }

    private void report(SynthesisOutcome outcome) {
        if (outcome.cancelled()) {
            out.println("Stopped. The results so far are kept. Resume with: dwa-studio synthesize --resume "
                    + outcome.folder());
        }
        out.println("Run folder:    " + outcome.folder().toAbsolutePath());
        out.println("Contact sheet: " + outcome.contactSheet().toAbsolutePath());
        out.flush();
    }
}
