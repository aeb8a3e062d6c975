package org.dwastudio.cli.command;

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
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.text.CountText;
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
            "Stores the soft labels of a run.",
            "",
            "Soft labels are the teacher's predictions for all augmented images, in half precision, with all that"
                    + " recreates each augmentation. Augmentations and number of epochs are from the block 'evaluation' of the experiment. Students of any"
                    + " architecture use them with --set evaluation.softLabels=stored, without running the teacher"
                    + " again; all of them see the same augmented images.",
            "The size is shown before anything is written. Ctrl-C stops before the next step; finished epochs are"
                    + " kept, and the same command continues with the others.",
            ""
        })
public final class RelabelCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeOptions options;

    @Option(names = "--estimate", description = "Prints the required time, memory and disk space, and exits.")
    private boolean estimateOnly;

    public RelabelCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Experiment experiment = options.experiment("soft labels");
        try (Engine engine = engines.open()) {
            StageEstimate estimate = FutureResults.of(engine.estimate(RelabelRequest.of(options.run(), experiment)));
            new EstimateText(estimate, "evaluation.batchSize").print(estimateOnly, out, err);
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

    private static void report(RelabelOutcome outcome, PrintWriter out) {
        SoftLabelStock stock = outcome.stock();
        if (outcome.cancelled()) {
            out.println("Stopped with " + stock.stored() + " of " + CountText.of(stock.epochs(), "epoch")
                    + " finished; the same command continues with the others.");
        }
        out.println("Soft labels: " + CountText.of(stock.stored(), "epoch") + ", " + outcome.made() + " of them new, "
                + ByteSizes.describe(stock.bytes()));
        out.println("Folder:      " + stock.folder().toAbsolutePath());
    }
}
