package org.dwastudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.ExperimentReader;
import picocli.CommandLine.Option;

/** A run folder, and the recipe by which students are trained on its pictures. */
final class RecipeOptions {
    @Option(names = "--run", required = true, paramLabel = "FOLDER", description = "The run folder of a synthesis.")
    private Path run;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "An experiment whose block 'evaluation' is taken instead of that of the run.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value, as --set evaluation.students=5; may be given more than once.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    Path run() {
        return run;
    }

    EvaluationConfig recipe() throws IOException, ConfigException {
        Path source = config == null ? RunDirectory.open(run).experiment() : config;
        return ExperimentReader.read(source, overrides).evaluation();
    }
}
