package org.dwastudio.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dwastudio.config.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stage 2 from the command line. */
@Command(
        name = "synthesize",
        mixinStandardHelpOptions = true,
        description = {
            "Synthesises the images of an experiment.",
            "",
            "The run folder holds experiment.yaml (complete: running it repeats the run), metrics.csv,",
            "the images as PNG in class folders, contact-sheet.png and run.log.",
            "Ctrl-C stops before the next iteration and keeps what is done.",
            "",
            "synthesis.ipcStart and synthesis.ipcEnd cut a long job into parts; the command join makes them one again.",
            ""
        })
final class SynthesizeCommand implements Callable<Integer> {
    private final EngineSource engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--estimate", description = "Only say what it would take: time, memory, disk.")
    private boolean estimate;

    SynthesizeCommand(EngineSource engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = options.experiment();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ConsoleSynthesis synthesis = new ConsoleSynthesis(engines, out, err);
        if (estimate) {
            synthesis.estimate(experiment);
        } else {
            synthesis.run(experiment, options.folder(experiment));
        }
        return ExitCode.DONE;
    }
}
