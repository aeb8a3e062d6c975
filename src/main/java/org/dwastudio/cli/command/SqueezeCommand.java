package org.dwastudio.cli.command;

import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.StageRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentOptions;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.EstimateText;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.request.SqueezeOutcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stage 1 from the command line. */
@Command(
        name = "squeeze",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a teacher on the dataset of an experiment, as its block 'squeeze' says.",
            "",
            "The run folder holds teacher.safetensors (the last epoch), teacher-best.safetensors (the epoch with the"
                    + " best test accuracy, when that was another), experiment.yaml, metrics.csv and run.log.",
            "Ctrl-C stops before the next step and keeps both. A checkpoint is written after every epoch, so a squeeze"
                    + " that ended in whatever way can be resumed.",
            "Where a mirrored picture means something else (digits, letters, signs), switch flips off:"
                    + " --set squeeze.horizontalFlip=false.",
            ""
        })
public final class SqueezeCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Beginning beginning;

    @Option(names = "--estimate", description = "Says what the squeeze would take, and ends.")
    private boolean estimateOnly;

    /** A new squeeze, or an earlier one. */
    private static final class Beginning {
        @ArgGroup(exclusive = false)
        private ExperimentOptions fresh;

        @Option(
                names = "--resume",
                paramLabel = "FOLDER",
                description = "Goes on with the squeeze of a run folder, from its last checkpoint, to the same weights"
                        + " that it would have had uninterrupted.")
        private Path resumed;
    }

    public SqueezeCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (beginning.resumed != null && estimateOnly) {
            err.println("--estimate is for a new squeeze. Please give --config instead of --resume.");
            return ExitCode.WRONG_INPUT;
        }
        Optional<Experiment> experiment =
                beginning.fresh == null ? Optional.empty() : Optional.of(beginning.fresh.experiment());
        try (Engine engine = engines.open()) {
            if (experiment.isPresent()) {
                say(
                        new EstimateText(
                                FutureResults.of(engine.estimate(SqueezeRequest.planned(experiment.get()))), "squeeze.batchSize"),
                        estimateOnly ? out : err);
            }
            if (!estimateOnly) {
                report(run(engine, experiment, err), out);
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    private SqueezeOutcome run(Engine engine, Optional<Experiment> experiment, PrintWriter err) throws Exception {
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<SqueezeOutcome> run = experiment.isPresent()
                ? engine.start(SqueezeRequest.fresh(experiment.get(), beginning.fresh.folder(experiment.get())), progress)
                : engine.start(SqueezeRequest.resumed(beginning.resumed), progress);
        try (ShutdownHandler interruption = new ShutdownHandler(run.control())) {
            return interruption.await(run.outcome(), progress);
        }
    }

    private void say(EstimateText text, PrintWriter writer) {
        if (estimateOnly) {
            text.lines().forEach(writer::println);
        } else {
            writer.println("Estimate: " + text.line());
        }
        if (!text.estimate().fits()) {
            writer.println("Warning: " + text.warning());
        }
        writer.flush();
    }

    private static void report(SqueezeOutcome outcome, PrintWriter out) {
        if (outcome.cancelled()) {
            out.println("Stopped after " + outcome.epochs()
                    + " epochs; the teacher is kept as it is. Go on with: squeeze" + " --resume " + outcome.folder());
        }
        out.printf(Locale.ROOT, "Test accuracy: %.1f %%%n", 100 * outcome.testAccuracy());
        out.println("Teacher:       " + outcome.teacher().toAbsolutePath());
        if (!outcome.bestTeacher().equals(outcome.teacher())) {
            out.printf(Locale.ROOT, "Best epoch:    %.1f %%%n", 100 * outcome.bestTestAccuracy());
            out.println("Its teacher:   " + outcome.bestTeacher().toAbsolutePath());
        }
    }
}
