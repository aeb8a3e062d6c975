package org.dwastudio.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.option.ExperimentOptions;
import org.dwastudio.cli.option.NamedValueConverter;
import org.dwastudio.cli.option.TrainedNetworks;
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
            "Runs the stages of an experiment one after the other.",
            "",
            "The stages are a teacher if --squeeze is given, the synthesis, soft labels if evaluation.softLabels is stored,"
                    + " the evaluation, an export if --export names a format, and a report.",
            "",
            "The folder contains teacher, distilled (with soft-labels and evaluation), export, and report.html. Finished stages are not"
                    + " repeated, and interrupted ones are resumed: after Ctrl-C or a kill, repeat the same command.",
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
            description = "Trains a teacher first, with the block 'squeeze', instead of using teacher.weights.")
    private boolean squeeze;

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            converter = NamedValueConverter.OfExportFormat.class,
            description = "A format of the command export, except report; repeatable.")
    private List<ExportFormat> formats = List.of();

    public RunCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = options.experiment();
        ExperimentInputs.requireDataset(spec, experiment);
        if (!squeeze) {
            ExperimentInputs.requireTeacher(spec, experiment);
        } else {
            TrainedNetworks.require(spec, "squeeze", experiment.squeeze().network());
        }
        TrainedNetworks.require(spec, "evaluation", experiment.evaluation().network());
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
