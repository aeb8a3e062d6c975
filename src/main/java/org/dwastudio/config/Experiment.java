package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * All settings needed to repeat a run.
 *
 * @param name shown in the window and used for the run folder
 * @param seed seed of all random draws
 * @param dataset dataset settings
 * @param teacher teacher settings
 * @param squeeze training recipe of the teacher
 * @param synthesis synthesis settings
 * @param evaluation training recipe of the students
 * @param tuning parameter changes made by the user during the run, in the order in which they took effect
 */
@RecordBuilder
public record Experiment(
        String name,
        long seed,
        DatasetConfig dataset,
        TeacherConfig teacher,
        SqueezeConfig squeeze,
        SynthesisConfig synthesis,
        EvaluationConfig evaluation,
        List<TuningChange> tuning)
        implements ExperimentBuilder.With {

    private static final SettingGroup<Experiment, Experiment> GROUP = SettingGroup.ofBlock("experiment");

    /** Top-level settings outside of blocks, in file order. */
    public static final SettingTable<Experiment> SETTINGS = new SettingTable<>(List.of(
            GROUP.text("name", Experiment::name, Experiment::withName),
            GROUP.seed("seed", Experiment::seed, Experiment::withSeed)));

    public Experiment {
        tuning = List.copyOf(tuning);
    }

    /** Returns the value of a parameter in a pixel step, after all tuning changes recorded up to that step. */
    public double valueAt(Parameter<SynthesisConfig> parameter, int column, int iteration) {
        Execution execution = synthesis.execution();
        long now = TuningChange.position(execution, column, iteration);
        return tuning.stream()
                .filter(change -> change.parameter() == parameter && change.position(execution) <= now)
                .reduce((earlier, later) -> later)
                .map(TuningChange::to)
                .orElseGet(() -> parameter.in(synthesis));
    }

    /**
     * Returns a copy with absolute paths, which can be repeated from any working directory.
     *
     * @throws java.nio.file.InvalidPathException when a source is not a valid path on this system
     */
    public Experiment located() {
        return withDataset(dataset.located())
                .withTeacher(teacher.located())
                .withSqueeze(
                        squeeze.withStartFrom(squeeze.startFrom().isEmpty() ? "" : Source.located(squeeze.startFrom())))
                .withSynthesis(synthesis.withInitialization(initialization -> initialization.withFile(
                        synthesis.initialization().file().map(Source::located))));
    }

    /**
     * Returns a copy for publication, with every path reduced to its last name, so that it reveals nothing about the
     * machine and its user. To repeat the experiment, the paths of dataset and teacher must be set again.
     */
    public Experiment withoutFolders() {
        return withDataset(dataset.withoutFolders())
                .withTeacher(teacher.withoutFolders())
                .withSqueeze(squeeze.withStartFrom(Source.withoutFolders(squeeze.startFrom())))
                .withSynthesis(synthesis.withInitialization(initialization -> initialization.withFile(synthesis
                        .initialization()
                        .file()
                        .map(file -> Path.of(Source.withoutFolders(file.toString()))))));
    }
}
