package org.dwastudio.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.Source;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.RunDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Check of the dataset and the teacher of an experiment at the start of a command, before anything is written. */
public final class ExperimentInputs {
    private ExperimentInputs() {}

    /**
     * Returns the experiment of a run whose images are measured, with the current places of dataset and teacher.
     *
     * @param overrides the given values of {@code --set}
     * @throws ParameterException if the folder, its dataset or its teacher does not exist, or another value is replaced
     */
    public static Experiment ofRun(CommandSpec spec, Path run, Map<String, String> overrides)
            throws IOException, ConfigException {
        if (!Files.isDirectory(run)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no folder " + run + ". Please check the path of the run.");
        }
        Experiment experiment = ExperimentReader.read(RunDirectory.open(run).experiment(), overrides);
        new EffectiveKeys("an inspection", "dataset.source", "teacher.weights").require(spec, overrides.keySet());
        requireDataset(spec, experiment);
        requireTeacher(spec, experiment);
        return experiment;
    }

    /**
     * Rejects an experiment whose dataset does not exist.
     *
     * @throws ParameterException with the key and the path
     */
    public static void requireDataset(CommandSpec spec, Experiment experiment) {
        require(spec, "dataset.source", "folder or file", experiment.dataset().source());
    }

    /**
     * Rejects an experiment whose teacher does not exist.
     *
     * @throws ParameterException with the key and the path
     */
    public static void requireTeacher(CommandSpec spec, Experiment experiment) {
        require(spec, "teacher.weights", "file", experiment.teacher().weights());
    }

    /**
     * Rejects a run folder that does not exist.
     *
     * @throws ParameterException with the option and the path
     */
    static void requireRun(CommandSpec spec, Path run) {
        if (!Files.isDirectory(run)) {
            throw new ParameterException(
                    spec.commandLine(), "--run: there is no folder " + run + ". Please check the path.");
        }
    }

    private static void require(CommandSpec spec, String key, String kind, String source) {
        if (!Source.isBundled(source) && !exists(source)) {
            throw new ParameterException(
                    spec.commandLine(), key + ": there is no " + kind + " " + source + ". Please check the path.");
        }
    }

    private static boolean exists(String source) {
        try {
            return Files.exists(Path.of(Source.expanded(source)));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
