package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.StageMarker;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.distilled.DistilledDataset;
import org.dwastudio.stage.distilled.SoftLabelContext;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.lifecycle.KnownNetworks;
import org.dwastudio.stage.lifecycle.RecoveryHint;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.text.Message;
import org.dwastudio.train.label.SoftLabelFolder;

/** Evaluation of the images of a run folder, from opening them to writing the tables. */
public final class EvaluationJob {
    private final StageServices services;
    private final Path source;
    private final UnaryOperator<Experiment> wanted;

    /**
     * Creates an evaluation.
     *
     * @param source folder of a run, or an export of its images
     * @param wanted maps the folder's own experiment to the one it is evaluated with
     */
    public EvaluationJob(StageServices services, Path source, UnaryOperator<Experiment> wanted) {
        this.services = services;
        this.source = source;
        this.wanted = wanted;
    }

    /** The opened images, the real dataset they are compared with, and the folder of the results. */
    private record Opened(
            EvaluatedFolder evaluated,
            Experiment experiment,
            ImageDataset real,
            DistilledDataset set,
            EvaluationFolder folder) {
        Evaluation evaluation(Optional<SoftLabelFolder> labels) {
            return new Evaluation(
                    experiment.evaluation(),
                    new ComparedSets(real, evaluated.images(), experiment.seed()),
                    experiment.seed(),
                    labels);
        }
    }

    /**
     * Runs the evaluation on the engine thread.
     *
     * @throws IOException if something cannot be read or written, or is inconsistent
     */
    EvaluationOutcome run(RunControl control, RunListener listener) throws IOException {
        Opened opened = open();
        RecoveryHint hint = () -> storedStudents(opened.folder());
        if (opened.evaluated().exported().isPresent()) {
            return hint.during(() -> run(opened, control, listener));
        }
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(RunDirectory.open(source))) {
            return StageMarker.begin(lock.directory(), StageName.EVALUATION, opened.experiment())
                    .during(() -> hint.during(() -> run(opened, control, listener)));
        }
    }

    /** Returns the advice to resume; empty if the folder of the results was deleted. */
    private static Optional<Message> storedStudents(EvaluationFolder folder) {
        return Files.isDirectory(folder.path()) ? Optional.of(Message.of("evaluation.resume")) : Optional.empty();
    }

    /**
     * Estimates the time, memory and disk space for the students that are not finished, on the engine thread.
     *
     * @throws IOException if something cannot be read or is inconsistent
     */
    StageDemand demand() throws IOException {
        Opened opened = open();
        Experiment experiment = opened.experiment();
        try (Teacher teacher = services.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            opened.evaluated().requireOwn(teacher, experiment);
            Evaluation evaluation = opened.evaluation(Optional.empty());
            return new EvaluationEstimator(services, evaluation, teacher)
                    .demand(evaluation.remainingSteps(
                            opened.evaluated().results(), opened.folder(), TeacherFingerprint.of(teacher.network())));
        }
    }

    private EvaluationOutcome run(Opened opened, RunControl control, RunListener listener) throws IOException {
        Experiment experiment = opened.experiment();
        Evaluation evaluation;
        List<StudentResult> results;
        try (Teacher teacher = services.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            opened.evaluated().requireOwn(teacher, experiment);
            evaluation = opened.evaluation(storedLabels(opened, teacher));
            RealStudents.of(evaluation, TeacherFingerprint.of(teacher.network()))
                    .adopt(opened.evaluated().results(), opened.folder(), evaluation.tasks());
            StudentTrainer trainer = evaluation.trainer(teacher, services.networks());
            ParallelStudents parallel = new ParallelStudents(services, evaluation, trainer);
            results = evaluation.run(
                    trainer,
                    parallel.chosen(evaluation.unfinished(opened.folder())),
                    opened.folder(),
                    services.checkpointPace(),
                    services.manager(),
                    control,
                    listener);
        }
        EvaluationReport report = evaluation.report(results);
        opened.folder().writeTables(experiment, report);
        return new EvaluationOutcome(opened.folder().path(), experiment.evaluation(), report);
    }

    /**
     * Returns the stored results of this evaluation, or else of the last evaluation of the run with another recipe.
     * Accesses no tensors, so it can be called from any thread.
     *
     * @return empty if no student is finished
     * @throws IOException if something cannot be read
     */
    public Optional<EvaluationOutcome> kept() throws IOException {
        Optional<EvaluationOutcome> own = keptByRecipe();
        if (own.isPresent()) {
            return own;
        }
        Optional<EvaluationConfig> other = EvaluationFolder.newestRecipe(source);
        return other.isPresent()
                ? new EvaluationJob(services, source, experiment -> experiment.withEvaluation(other.get()))
                        .keptByRecipe()
                : own;
    }

    private Optional<EvaluationOutcome> keptByRecipe() throws IOException {
        Opened opened = open();
        Evaluation evaluation = opened.evaluation(Optional.empty());
        Map<StudentTask, StudentResult> kept = evaluation.kept(opened.folder());
        List<StudentResult> results = new ArrayList<>();
        evaluation.tasks().stream().filter(kept::containsKey).forEach(task -> results.add(kept.get(task)));
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(new EvaluationOutcome(
                        opened.folder().path(), opened.experiment().evaluation(), evaluation.report(results)));
    }

    private Opened open() throws IOException {
        EvaluatedFolder evaluated = EvaluatedFolder.open(source);
        Experiment experiment = wanted.apply(evaluated.own());
        evaluated.requirePlaces(experiment);
        KnownNetworks.require("evaluation", experiment.evaluation().network(), services.networks());
        ImageDataset real = services.dataset(experiment.dataset());
        evaluated.requireOwn(real, experiment);
        DistilledDataset set = new DistilledDataset(evaluated.images(), real);
        return new Opened(
                evaluated,
                experiment,
                real,
                set,
                new EvaluationFolder(evaluated.results(), experiment, set.fingerprint()));
    }

    private Optional<SoftLabelFolder> storedLabels(Opened opened, Teacher teacher) throws IOException {
        return opened.experiment().evaluation().needsStoredLabels()
                ? Optional.of(new SoftLabelContext(source, opened.experiment(), opened.set(), teacher).required())
                : Optional.empty();
    }
}
