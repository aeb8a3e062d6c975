package org.dwastudio.cli.command;

import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.StageRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.RecipeOptions;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.EstimateText;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.SoftLabelStock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stage 3 from the command line. */
@Command(
        name = "relabel",
        mixinStandardHelpOptions = true,
        description = {
            "Stores soft labels: the teacher's answers to all views of the pictures of a run, in half precision, with all"
                    + " that makes each view again.",
            "",
            "Views and number of epochs are those of the block 'evaluation' of the experiment. Students of any"
                    + " architecture learn from them with --set evaluation.softLabels=stored, without asking the teacher"
                    + " again; all of them see the same views.",
            "The size is shown before anything is written. Ctrl-C stops before the next step; epochs that are done are"
                    + " kept, and the same command goes on with the others.",
            ""
        })
public final class RelabelCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeOptions options;

    @Option(names = "--estimate", description = "Says what the soft labels would take, and ends.")
    private boolean estimateOnly;

    public RelabelCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Experiment experiment = options.experiment();
        try (Engine engine = engines.open()) {
            say(FutureResults.of(engine.estimate(RelabelRequest.of(options.run(), experiment))), estimateOnly ? out : err);
            if (!estimateOnly) {
                ConsoleProgress progress = ConsoleProgress.to(err);
                StageRun<RelabelOutcome> run = engine.start(RelabelRequest.of(options.run(), experiment), progress);
                try (ShutdownHandler interruption = new ShutdownHandler(run.control())) {
                    report(interruption.await(run.outcome(), progress), out);
                }
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    private void say(StageEstimate estimate, PrintWriter writer) {
        EstimateText text = new EstimateText(estimate, "evaluation.batchSize");
        if (estimateOnly) {
            text.lines().forEach(writer::println);
        } else {
            writer.println("Estimate: " + text.line());
        }
        if (!estimate.fits()) {
            writer.println("Warning: " + text.warning());
        }
        writer.flush();
    }

    private static void report(RelabelOutcome outcome, PrintWriter out) {
        SoftLabelStock stock = outcome.stock();
        if (outcome.cancelled()) {
            out.println("Stopped with " + stock.stored() + " of " + stock.epochs()
                    + " epochs done; the same command goes on with the others.");
        }
        out.println("Soft labels: " + stock.stored() + " epochs, " + outcome.made() + " of them new, "
                + ByteSizes.inWords(stock.bytes()));
        out.println("Folder:      " + stock.folder().toAbsolutePath());
    }
}
