package org.dwastudio.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.RecipeOptions;
import org.dwastudio.cli.option.TrainedNetworks;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.EstimateText;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.evaluation.result.EvaluationOverview;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.text.CountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stage 4 from the command line. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Trains students on the images of a run and measures their accuracy on the real test images.",
            "",
            "For comparison, with the same recipe and number of steps: students on as many random real images, and on"
                    + " all real images; each with the teacher's soft labels and with hard labels.",
            "The recipe is the block 'evaluation' of the experiment. The table is printed as Markdown. The folder"
                    + " evaluation in the run folder contains it as Markdown, LaTeX and CSV.",
            "--run also accepts an export of images: --set dataset.source and --set teacher.weights name its dataset"
                    + " and teacher, unless they are bundled. The tables are then written next to the export.",
            "--set dataset.scoredOn=test measures on the test split where the run's own experiment measures on held-out"
                    + " images; the results of both are kept apart.",
            "With --set evaluation.softLabels=stored students of the distilled images use the labels that relabel"
                    + " stored.",
            "With --set evaluation.withoutAugmentation=true two more students of each number are trained without crop,"
                    + " flip and mix, for the augmentation robust score (ARS).",
            "--all prints all evaluations of the run that were made before, of all student architectures, in one"
                    + " table.",
            "Ctrl-C stops before the next step. Finished students are kept and reused by the next"
                    + " evaluation with the same recipe.",
            ""
        })
public final class EvaluateCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeOptions options;

    @Option(
            names = "--estimate",
            description = "Prints the time, memory and disk space for the students that are not finished, and exits.")
    private boolean estimateOnly;

    @Option(
            names = "--all",
            description = "Prints one table of all evaluations of the run that were made before, and exits.")
    private boolean all;

    public EvaluateCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (all) {
            printAll(out);
            return ExitCode.DONE;
        }
        Experiment experiment = options.experiment("an evaluation", "dataset.scoredOn");
        TrainedNetworks.require(spec, "evaluation", experiment.evaluation().network());
        PrintWriter err = spec.commandLine().getErr();
        EvaluationRequest request = EvaluationRequest.of(options.run(), experiment);
        try (Engine engine = engines.open()) {
            EstimateText estimate =
                    new EstimateText(FutureResults.of(engine.estimate(request)), "evaluation.batchSize");
            estimate.print(estimateOnly, out, err);
            if (estimateOnly) {
                return ExitCode.DONE;
            }
            ConsoleProgress progress = ConsoleProgress.to(err);
            StageRun<EvaluationOutcome> evaluation = engine.start(request, progress);
            try (ShutdownHandler interruption = new ShutdownHandler(evaluation.control())) {
                report(interruption.await(evaluation.outcome(), progress), estimate.isOfNothing(), out);
            }
        }
        return ExitCode.DONE;
    }

    private void printAll(PrintWriter out) throws IOException {
        if (estimateOnly || options.isChanged()) {
            throw new ParameterException(
                    spec.commandLine(), "--all trains nothing: please use it without --estimate, --config and --set.");
        }
        options.requireRun();
        EvaluationOverview overview = RecordedEvaluation.overview(options.run());
        if (overview.evaluations().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    options.run() + " has no evaluation yet. 'evaluate' without --all trains its students.");
        }
        out.print(overview.markdown());
        out.flush();
    }

    private static void report(EvaluationOutcome outcome, boolean doneBefore, PrintWriter out) {
        if (outcome.cancelled()) {
            out.println(
                    "Stopped with " + outcome.results().size() + " of " + CountText.of(outcome.students(), "student")
                            + " finished; the same command continues with the others.");
        }
        out.print(outcome.table());
        out.println();
        out.println("Tables: " + outcome.folder().toAbsolutePath() + (doneBefore ? " (done before)" : ""));
        out.flush();
    }
}
