package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * All settings needed to repeat a run.
 *
 * @param name shown in the window and used for the run folder
 * @param seed from which every random draw is derived
 * @param dataset images
 * @param teacher teacher
 * @param squeeze recipe of a teacher
 * @param synthesis settings of the synthesis
 * @param evaluation recipe of the students
 * @param tuning changes made by hand during the run, in the order in which they took effect
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

    /** The settings outside of blocks, in the order of files. */
    public static final SettingTable<Experiment> SETTINGS = new SettingTable<>(List.of(
            GROUP.text("name", Experiment::name, Experiment::withName),
            GROUP.seed("seed", Experiment::seed, Experiment::withSeed)));

    public Experiment {
        tuning = List.copyOf(tuning);
    }

    /** Returns the value of a parameter in a pixel step, after the tuning changes recorded up to there. */
    public double valueAt(Parameter<SynthesisConfig> parameter, int column, int iteration) {
        Order order = synthesis.execution().order();
        long now = TuningChange.position(order, column, iteration);
        return tuning.stream()
                .filter(change -> change.parameter() == parameter
                        && TuningChange.position(order, change.column(), change.iteration()) <= now)
                .reduce((earlier, later) -> later)
                .map(TuningChange::to)
                .orElseGet(() -> parameter.in(synthesis));
    }

    /**
     * The same experiment, repeatable from any working folder: its paths are those from the root on.
     *
     * @throws java.nio.file.InvalidPathException when a source is no path on this system
     */
    public Experiment located() {
        return withDataset(dataset.located())
                .withTeacher(teacher.located())
                .withSynthesis(synthesis.withInitialization(initialization -> initialization.withFile(
                        synthesis.initialization().file().map(Source::located))));
    }

    /**
     * The same experiment as it may be given away: of its paths only the last names stay, which tell nothing of the machine
     * and its user. Whoever repeats it says where dataset and teacher lie with them.
     */
    public Experiment withoutFolders() {
        return withDataset(dataset.withoutFolders())
                .withTeacher(teacher.withoutFolders())
                .withSynthesis(synthesis.withInitialization(initialization -> initialization.withFile(synthesis
                        .initialization()
                        .file()
                        .map(file -> Path.of(Source.withoutFolders(file.toString()))))));
    }
}
