package org.dwastudio.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dwastudio.config.Experiment;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.SqueezeOutcome;
import org.dwastudio.pipeline.SqueezeRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stage 1 from the command line. */
@Command(
        name = "squeeze",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a teacher on the dataset of an experiment, as its block 'squeeze' says.",
            "",
            "The run folder holds teacher.safetensors, experiment.yaml, metrics.csv and run.log.",
            "Ctrl-C stops before the next step and keeps the teacher as it is then.",
            ""
        })
final class SqueezeCommand implements Callable<Integer> {
    private final EngineSource engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options;

    SqueezeCommand(EngineSource engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = options.experiment();
        Path folder = options.folder(experiment);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Engine engine = engines.open()) {
            ConsoleProgress progress = ConsoleProgress.to(err);
            SqueezeRun run = engine.startSqueeze(experiment, folder, progress);
            try (Interruption interruption = new Interruption(run.control())) {
                report(interruption.await(run.outcome(), progress), out);
            }
            return ExitCode.DONE;
        }
    }

    private static void report(SqueezeOutcome outcome, PrintWriter out) {
        if (outcome.cancelled()) {
            out.println("Stopped after " + outcome.epochs() + " epochs; the teacher is kept as it is.");
        }
        out.printf(Locale.ROOT, "Test accuracy: %.1f %%%n", 100 * outcome.testAccuracy());
        out.println("Teacher:       " + outcome.teacher().toAbsolutePath());
        out.flush();
    }
}
