package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.option.StartOptions;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Command that synthesizes images. */
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

    @Mixin
    private StartOptions start;

    public SynthesizeCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!start.check(err, "synthesis")) {
            return ExitCode.WRONG_INPUT;
        }
        ConsoleSynthesis synthesis = new ConsoleSynthesis(engines, out, err);
        if (start.resumed().isPresent()) {
            synthesis.resume(start.resumed().get());
            return ExitCode.DONE;
        }
        Experiment experiment = start.experiment();
        ExperimentInputs.requireDataset(spec, experiment);
        ExperimentInputs.requireTeacher(spec, experiment);
        if (start.estimateOnly()) {
            synthesis.estimate(experiment);
        } else {
            synthesis.run(experiment, start.folder(experiment));
        }
        return ExitCode.DONE;
    }
}
