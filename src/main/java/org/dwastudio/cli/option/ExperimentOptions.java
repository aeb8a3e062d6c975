package org.dwastudio.cli.option;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.RunFolders;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that select the experiment and the folder of its results. */
public final class ExperimentOptions {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description =
                    "A YAML file, for example from sample-configs. The experiment.yaml of a run folder repeats the run,"
                            + " including manual changes.")
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "The run folder: a folder that does not exist yet or is empty; for run, also an earlier folder"
                            + " of the same command, which is continued. Default: a new one below runs.")
    private Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the file, as --set synthesis.rho=0.02; repeatable."
                    + " 'settings' lists all keys.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** Refuses replaced values without an effect on the command. */
    void require(EffectiveKeys effective, CommandSpec spec) {
        effective.require(spec, overrides.keySet());
    }

    public Experiment experiment() throws ConfigException {
        return ExperimentReader.read(config, overrides);
    }

    /** Returns the experiment with one more value replaced. */
    public Experiment experimentWith(String key, String value) throws ConfigException {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        all.put(key, value);
        return ExperimentReader.read(config, all);
    }

    /** Returns the folder of a run of the experiment. */
    public Path folder(Experiment experiment) {
        return Optional.ofNullable(out)
                .orElseGet(() ->
                        new RunFolders(Path.of("runs"), Clock.system(ZoneId.systemDefault())).next(experiment.name()));
    }
}
