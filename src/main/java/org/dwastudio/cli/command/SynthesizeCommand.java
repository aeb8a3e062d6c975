package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentOptions;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.Experiment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stage 2 from the command line. */
@Command(
        name = "synthesize",
        mixinStandardHelpOptions = true,
        description = {
            "Synthesizes the images of an experiment.",
            "",
            "The run folder contains experiment.yaml (complete: running it repeats the run), metrics.csv,",
            "the images as PNG in class folders, contact-sheet.png and run.log.",
            "Ctrl-C stops before the next iteration and keeps the results so far. A checkpoint is written every few seconds"
                    + " and at the end of every column, so an interrupted synthesis can be resumed.",
            "",
            "synthesis.ipcStart and synthesis.ipcEnd split a long job into parts; the command join merges them.",
            ""
        })
public final class SynthesizeCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Beginning beginning;

    @Option(names = "--estimate", description = "Prints the required time, memory and disk space, and exits.")
    private boolean estimate;

    /** A new synthesis, or an earlier one. */
    private static final class Beginning {
        @ArgGroup(exclusive = false)
        private ExperimentOptions fresh;

        @Option(
                names = "--resume",
                paramLabel = "FOLDER",
                description = "Resumes the synthesis of a run folder from its last checkpoint, to the same images"
                        + " as without interruption.")
        private Path resumed;
    }

    public SynthesizeCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ConsoleSynthesis synthesis = new ConsoleSynthesis(engines, out, err);
        if (beginning.fresh == null) {
            if (estimate) {
                err.println("--estimate is for a new synthesis. Please give --config instead of --resume.");
                return ExitCode.WRONG_INPUT;
            }
            synthesis.resume(beginning.resumed);
            return ExitCode.DONE;
        }
        Experiment experiment = beginning.fresh.experiment();
        if (estimate) {
            synthesis.estimate(experiment);
        } else {
            synthesis.run(experiment, beginning.fresh.folder(experiment));
        }
        return ExitCode.DONE;
    }
}
