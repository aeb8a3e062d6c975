package org.dwastudio.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.DistillationProvenance;
import org.dwastudio.data.folder.ExportedSet;
import org.dwastudio.run.RunDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that select a run folder and the training recipe of students on its images. */
public final class RecipeOptions {
    private static final String RECIPE = "evaluation.";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--run", required = true, paramLabel = "FOLDER", description = "The run folder of a synthesis.")
    private Path run;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "An experiment whose block 'evaluation' replaces that of the run.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value, as --set evaluation.students=5; repeatable."
                    + " 'settings evaluation' lists the keys.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public Path run() {
        return run;
    }

    /** Returns true if an option replaces the recipe or another value. */
    public boolean isChanged() {
        return config != null || !overrides.isEmpty();
    }

    /**
     * Requires that the folder is that of a run or an export.
     *
     * @throws ParameterException if it does not exist
     */
    public void requireRun() {
        ExperimentInputs.requireRun(spec, run);
    }

    /**
     * Returns the experiment of the folder with the requested recipe.
     *
     * @param work name of the work in messages, for example {@code an evaluation}
     * @param more keys that have an effect on it besides the recipe, the dataset and the teacher
     * @throws ParameterException if the folder, its dataset or its teacher does not exist, or if a replaced value has no
     *     effect on the work
     */
    public Experiment experiment(String work, String... more) throws IOException, ConfigException {
        ExperimentInputs.requireRun(spec, run);
        Optional<DistillationProvenance> exported = ExportedSet.originOf(run);
        Experiment own = exported.isPresent()
                ? ExperimentReader.parse(exported.get().yaml(), run + ", experiment of its manifest", overrides)
                : ExperimentReader.read(RunDirectory.open(run).experiment(), overrides);
        List<String> effective = new ArrayList<>(List.of(RECIPE + "*", "dataset.source", "teacher.weights"));
        effective.addAll(List.of(more));
        new EffectiveKeys(work, effective).require(spec, overrides.keySet());
        if (exported.isEmpty()) {
            // An export contains no paths; whoever opens it names what is missing.
            ExperimentInputs.requireDataset(spec, own);
            ExperimentInputs.requireTeacher(spec, own);
        }
        return config == null
                ? own
                : own.withEvaluation(ExperimentReader.read(config, recipe()).evaluation());
    }

    /** Returns the replaced values of the recipe: others need not be possible in the experiment that provides it. */
    private Map<String, String> recipe() {
        Map<String, String> replaced = new LinkedHashMap<>(overrides);
        replaced.keySet().removeIf(key -> !key.startsWith(RECIPE));
        return replaced;
    }
}
