package org.dwastudio.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything needed to repeat a run.
 *
 * @param name shown in the window and used for the run folder
 * @param seed from which every random draw is derived
 * @param dataset which images
 * @param teacher which teacher
 * @param squeeze how a teacher is trained
 * @param synthesis how the images are synthesised
 * @param evaluation how students are trained on them
 * @param tuning changes made by hand while the run was under way, in the order they took effect
 */
public record Experiment(
        String name,
        long seed,
        DatasetConfig dataset,
        TeacherConfig teacher,
        SqueezeConfig squeeze,
        SynthesisConfig synthesis,
        EvaluationConfig evaluation,
        List<TuningChange> tuning) {

    public Experiment {
        tuning = List.copyOf(tuning);
    }

    /** Returns the value of a parameter in a pixel step, after the tuning changes recorded up to there. */
    public double valueAt(SynthesisParameter parameter, int column, int iteration) {
        long now = TuningChange.position(synthesis.order(), column, iteration);
        return tuning.stream()
                .filter(change -> change.parameter() == parameter
                        && TuningChange.position(synthesis.order(), change.column(), change.iteration()) <= now)
                .reduce((earlier, later) -> later)
                .map(TuningChange::to)
                .orElseGet(() -> parameter.in(synthesis));
    }

    public Experiment withName(String other) {
        return new Experiment(other, seed, dataset, teacher, squeeze, synthesis, evaluation, tuning);
    }

    public Experiment withSeed(long other) {
        return new Experiment(name, other, dataset, teacher, squeeze, synthesis, evaluation, tuning);
    }

    public Experiment withDataset(DatasetConfig other) {
        return new Experiment(name, seed, other, teacher, squeeze, synthesis, evaluation, tuning);
    }

    public Experiment withTeacher(TeacherConfig other) {
        return new Experiment(name, seed, dataset, other, squeeze, synthesis, evaluation, tuning);
    }

    public Experiment withSqueeze(SqueezeConfig other) {
        return new Experiment(name, seed, dataset, teacher, other, synthesis, evaluation, tuning);
    }

    public Experiment withSynthesis(SynthesisConfig other) {
        return new Experiment(name, seed, dataset, teacher, squeeze, other, evaluation, tuning);
    }

    public Experiment withEvaluation(EvaluationConfig other) {
        return new Experiment(name, seed, dataset, teacher, squeeze, synthesis, other, tuning);
    }

    public Experiment withTuning(List<TuningChange> other) {
        return new Experiment(name, seed, dataset, teacher, squeeze, synthesis, evaluation, other);
    }

    /**
     * The same experiment, repeatable from any working folder: its paths are those from the root on.
     *
     * @throws java.nio.file.InvalidPathException when a source is no path on this system
     */
    public Experiment located() {
        return withDataset(dataset.located())
                .withTeacher(teacher.located())
                .withSynthesis(synthesis.withStartFile(synthesis.startFile().map(Source::located)));
    }

    /**
     * The same experiment as it may be given away: of its paths only the last names stay, which tell nothing of the machine
     * and its user. Whoever repeats it says where dataset and teacher lie with them.
     */
    public Experiment withoutFolders() {
        return withDataset(dataset.withoutFolders())
                .withTeacher(teacher.withoutFolders())
                .withSynthesis(synthesis.withStartFile(
                        synthesis.startFile().map(file -> Path.of(Source.withoutFolders(file.toString())))));
    }
}
