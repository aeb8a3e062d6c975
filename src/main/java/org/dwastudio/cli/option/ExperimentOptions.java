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
import picocli.CommandLine.Option;

/** Options that select the experiment and the folder of its results. */
public final class ExperimentOptions {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description =
                    "The experiment, a YAML file; sample-configs holds some. That of a run folder repeats the run,"
                            + " changes made by hand included.")
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "The run folder; must not exist or be empty. Default: a new one below runs.")
    private Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the file, as --set synthesis.rho=0.02; may be given more than once."
                    + " 'settings' lists all keys.")
    private Map<String, String> overrides = new LinkedHashMap<>();

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
