package org.dwastudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dwastudio.config.Experiment;
import org.dwastudio.pipeline.ExportFormat;
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
final class RunCommand implements Callable<Integer> {
    private final EngineSource engines;

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

    RunCommand(EngineSource engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = options.experiment();
        Path folder = options.folder(experiment);
        boolean whole = new StagedRun(
                        engines,
                        folder,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run(experiment, squeeze, formats);
        return whole ? ExitCode.DONE : ExitCode.FAILED;
    }
}
