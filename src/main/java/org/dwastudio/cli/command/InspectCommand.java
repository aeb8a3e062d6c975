package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.progress.ProgressLines;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.text.InspectionText;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionRequest;
import org.dwastudio.task.CancellationToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command that measures the final images of a run next to random real images. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Measures diversity and near-copies of the images of a run, per class, the worst first.",
            "",
            "All metrics use the teacher's penultimate features. Each is followed, in parentheses, by that of random"
                    + " real images of the same number, the mean of up to three draws.",
            "  cosine          mean cosine of two images of a class; lower is more diverse",
            "  Vendi score     effective number of different images; higher is more diverse",
            "  effective rank  of the features (Roy and Vetterli 2007); higher is more diverse",
            "  density         about 1 for real images; low where images lie far from real ones",
            "  coverage        share of real images with an image nearby; higher is more diverse",
            "  near-copies     images that are closer to a real image of their class than all but one in a",
            "                  hundred real images are to another one",
            "Density and coverage (Naeem et al. 2020, k = 5) refer to at most 2,000 other real images per class.",
            "The features of the training images are kept in the cache of the program. The table is also written to"
                    + " inspection.csv in the run folder, and the report of the run shows it.",
            ""
        })
public final class InspectCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN_FOLDER", description = "The run folder of a synthesis.")
    private Path run;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces dataset.source or teacher.weights where they have moved; repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public InspectCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = ExperimentInputs.ofRun(spec, run, overrides);
        try (Engine engine = engines.open()) {
            InspectionReport report = FutureResults.of(engine.results()
                    .inspect(
                            new InspectionRequest(run, own -> experiment),
                            new ProgressLines(spec.commandLine().getErr(), InspectCommand::phase),
                            CancellationToken.NONE));
            PrintWriter out = spec.commandLine().getOut();
            new InspectionText(report).lines().forEach(out::println);
            out.flush();
            return ExitCode.DONE;
        }
    }

    private static String phase(long done, long total) {
        return 2 * done <= total ? "Features of the training images" : "Comparison with real images";
    }
}
