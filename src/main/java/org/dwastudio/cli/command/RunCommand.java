package org.dwastudio.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentOptions;
import org.dwastudio.cli.option.ExportFormatConverter;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.Experiment;
import org.dwastudio.stage.export.format.ExportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All stages from the command line. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the stages of an experiment one after the other: a teacher where --squeeze asks for one, the synthesis,"
                    + " soft labels where evaluation.softLabels is stored, the evaluation, an export where --export names a"
                    + " format, and a report for people.",
            "",
            "The folder holds teacher, distilled (with soft-labels and evaluation), export, and report.html. What is done in it already is not done"
                    + " again, and what was interrupted is gone on with: after Ctrl-C or a kill the same command goes on.",
            ""
        })
public final class RunCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options;

    @Option(
            names = "--squeeze",
            description = "Trains a teacher first, by the block 'squeeze', instead of taking teacher.weights.")
    private boolean squeeze;

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            converter = ExportFormatConverter.class,
            description =
                    "images, class-folders, npz, safetensors, soft-labels or hugging-face; may be given more than once.")
    private List<ExportFormat> formats = List.of();

    public RunCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = options.experiment();
        Path folder = options.folder(experiment);
        boolean whole = new PipelineRunner(
                        engines,
                        folder,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run(experiment, squeeze, formats);
        return whole ? ExitCode.DONE : ExitCode.FAILED;
    }
}
