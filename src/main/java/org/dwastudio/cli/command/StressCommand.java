package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.option.TrainedNetworks;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.Engine;
import org.dwastudio.stress.StressLevel;
import org.dwastudio.stress.StressStudy;
import org.dwastudio.stress.StressSweep;
import org.dwastudio.stress.StressTable;
import org.dwastudio.text.CountText;
import org.dwastudio.text.DescribedArgumentException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command that writes a stress table. */
@Command(
        name = "stress",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a distillation on training data that is made worse on purpose.",
            "",
            "For every level of an option and every seed, images are synthesized and students are trained on them, on as many"
                    + " random real images, and on all real images. Test images stay as they are. The teacher is that of"
                    + " the experiment at every level; it is not trained again.",
            "The table is printed as Markdown: mean over the seeds with 95 % intervals, and the paired difference between"
                    + " distilled and random real images. The folder contains it as stress.md and stress.csv, and one run"
                    + " folder for each level and seed.",
            "Finished levels are not repeated, and interrupted ones are resumed: after Ctrl-C or a kill, repeat the same"
                    + " command.",
            ""
        })
public final class StressCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 100;

    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "A YAML file, for example sample-configs/stress-imbalance.yaml.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the file, as --set synthesis.iterations=100; repeatable."
                    + " 'settings' lists all keys.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--over",
            required = true,
            paramLabel = "KEY=LEVEL,LEVEL",
            description = "An option and its levels, as --over dataset.imbalance=1,10,100. Repeatable: each is a sweep over"
                    + " one option. Options: dataset.imbalance, labelNoise, labelNoiseKind, corruption, corruptionLevel"
                    + " and maxPerClass.")
    private List<String> over = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "Number of seeds, counted upward from that of the experiment. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = {"--out", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "The folder of the tables and runs: a new one, or that of an earlier call, which is continued.")
    private Path out;

    public StressCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new ParameterException(
                    spec.commandLine(), "--seeds is " + seeds + "; allowed are 1 to " + MOST_SEEDS);
        }
        Experiment base = ExperimentReader.read(config, overrides);
        ExperimentInputs.requireDataset(spec, base);
        ExperimentInputs.requireTeacher(spec, base);
        TrainedNetworks.require(spec, "evaluation", base.evaluation().network());
        StressStudy study = new StressStudy(levels(base), seeds, out);
        return run(study) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<StressLevel> levels(Experiment base) throws ConfigException {
        List<StressLevel> levels = new ArrayList<>();
        for (StressSweep sweep : sweeps()) {
            for (String level : sweep.levels()) {
                Map<String, String> all = new LinkedHashMap<>(overrides);
                all.put(sweep.key(), level);
                Experiment experiment = ExperimentReader.read(config, all);
                levels.add(new StressLevel(sweep.key(), level, experiment, experiment.equals(base)));
            }
        }
        return levels;
    }

    private List<StressSweep> sweeps() {
        try {
            return over.stream().map(StressSweep::parse).toList();
        } catch (DescribedArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--over: " + e.getMessage(), e);
        }
    }

    private boolean run(StressStudy study) throws Exception {
        PrintWriter printed = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        StressTable table;
        try (Engine engine = engines.open()) {
            table = study.run(new ConsoleTrials(engine, err), engine.results());
        }
        boolean whole = table.levels() == study.levels().size();
        if (!whole) {
            printed.println("Stopped with " + table.levels() + " of "
                    + CountText.of(study.levels().size(), "level") + " finished; the same command continues.");
        }
        if (table.levels() > 0) {
            printed.print(table.markdown());
            printed.println();
            printed.println("Tables: " + study.markdown().toAbsolutePath() + ", "
                    + study.csv().getFileName());
        }
        printed.flush();
        return whole;
    }
}
