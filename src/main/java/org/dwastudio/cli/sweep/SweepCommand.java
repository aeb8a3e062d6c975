package org.dwastudio.cli.sweep;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.option.NamedValueConverter;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.engine.Engine;
import org.dwastudio.report.sweep.SweepReport;
import org.dwastudio.run.RunFolders;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.SweepRun;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.analysis.SweepAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command that runs an experiment many times with other values of some settings. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Runs an experiment with many values of some settings and names the best ones.",
            "",
            "The block 'sweep' of the file lists the settings and their values or ranges, the strategy (grid, random,"
                    + " sobol, halving, model), the number of trials and seeds, and the objective.",
            "Trials are ranked by students on training images that are held out. The test split is used once, at the"
                    + " end, for the best trial, the experiment as it is (preset), and random real images.",
            "",
            "The folder contains sweep.yaml, trials.csv, test.csv, report.html and one run folder per trial and seed,"
                    + " which 'compare' and the window open. Finished runs are not repeated: after Ctrl-C or a kill, repeat the same"
                    + " command.",
            ""
        })
public final class SweepCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "A YAML file with the block 'sweep', for example from sample-configs, or the sweep.yaml of a"
                    + " sweep.")
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "The folder of the sweep: a new one, or that of the same sweep, which is continued. The file"
                    + " may then list more values, trials or seeds. Default: a new one below sweeps.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the file, as --set sweep.seeds=5 or --set synthesis.iterations=100;"
                    + " repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--estimate", description = "Only prints the number of runs, time, memory and disk space.")
    private boolean estimate;

    @Option(
            names = "--language",
            paramLabel = "en|ja",
            converter = NamedValueConverter.OfReportLanguage.class,
            description = "Of the HTML file, en or ja (default: en).")
    private Locale language = Locale.ENGLISH;

    public SweepCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        SweepFile content = SweepReader.read(config, overrides);
        ExperimentInputs.requireDataset(spec, content.experiment());
        ExperimentInputs.requireTeacher(spec, content.experiment());
        if (out.isPresent()) {
            new SweepFolder(out.get()).requireContinuable(content);
        }
        try (Engine engine = engines.open()) {
            PrintWriter err = spec.commandLine().getErr();
            SweepCost cost = SweepCost.of(content, engine);
            (estimate ? spec.commandLine().getOut() : err).println("Estimate: " + line(cost));
            err.flush();
            spec.commandLine().getOut().flush();
            return estimate ? ExitCode.DONE : run(content, engine);
        }
    }

    private static String line(SweepCost cost) {
        return String.format(
                Locale.ROOT,
                "%,d runs, about %.0f min, %,d MB of memory, at most %,d MB on disk",
                cost.runs(),
                Math.ceil(cost.seconds() / 60),
                cost.memoryBytes() / 1_000_000,
                cost.diskBytes() / 1_000_000);
    }

    private int run(SweepFile content, Engine engine) throws Exception {
        PrintWriter output = spec.commandLine().getOut();
        SweepFolder folder = new SweepFolder(
                out.orElseGet(() -> new RunFolders(Path.of("sweeps"), Clock.system(ZoneId.systemDefault()))
                        .next(content.experiment().name())));
        SweepLines lines = new SweepLines(content.sweep(), spec.commandLine().getErr());
        SweepRun sweep = new SweepRun(content, folder, engine, lines);
        try (ShutdownHandler interruption = new ShutdownHandler(sweep::cancel)) {
            SweepText result = interruption.await(CompletableFuture.supplyAsync(() -> result(content, sweep)));
            result.lines().forEach(output::println);
            SweepReport.write(SweepRecord.read(folder.root()), language, folder.report());
            output.println("Folder:  " + folder.root());
            output.flush();
            return ExitCode.DONE;
        } catch (InterruptedIOException | CancellationException e) {
            spec.commandLine().getErr().println("The sweep was stopped. Repeat the same command to continue it.");
            return ExitCode.FAILED;
        }
    }

    private static SweepText result(SweepFile content, SweepRun sweep) {
        try {
            SweepAnalysis analysis = SweepAnalysis.of(content, sweep.run());
            List<TestRun> tests =
                    analysis.best().isPresent() ? sweep.test(analysis.best().get()) : List.of();
            return new SweepText(content.sweep(), analysis, tests);
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
