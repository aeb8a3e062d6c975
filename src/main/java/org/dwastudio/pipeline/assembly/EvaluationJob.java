package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationConfig.SoftLabels;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.EvaluationOutcome;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.StudentResult;
import org.dwastudio.pipeline.evaluation.ComparedSets;
import org.dwastudio.pipeline.evaluation.Evaluation;
import org.dwastudio.pipeline.evaluation.EvaluationFolder;
import org.dwastudio.pipeline.view.SoftLabelFolder;
import org.dwastudio.pipeline.evaluation.RealStudents;

/** One evaluation of the pictures of a run folder, from them to the tables. */
final class EvaluationJob {
    private final EngineSession session;
    private final Path source;
    private final UnaryOperator<Experiment> wanted;
    private final RunListener listener;

    /**
     * Prepares one.
     *
     * @param source folder of a run, or an export of its pictures
     * @param wanted given the folder's own experiment, says by which it is evaluated
     */
    EvaluationJob(EngineSession session, Path source, UnaryOperator<Experiment> wanted, RunListener listener) {
        this.session = session;
        this.source = source;
        this.wanted = wanted;
        this.listener = listener;
    }

    /**
     * Runs it on the engine thread.
     *
     * @throws IOException when something cannot be read or written, or does not fit together, in words
     */
    EvaluationOutcome run(RunControl control) throws IOException {
        EvaluatedFolder evaluated = EvaluatedFolder.open(source);
        Experiment experiment = wanted.apply(evaluated.own());
        EvaluationConfig config = experiment.evaluation();
        ImageDataset real = session.dataset(experiment.dataset());
        evaluated.requireOwn(real, experiment);
        DistilledPictures set = new DistilledPictures(evaluated.pictures(), real);
        EvaluationFolder folder = new EvaluationFolder(evaluated.results(), experiment, set.fingerprint());
        Evaluation evaluation;
        List<StudentResult> results;
        try (Teacher teacher = session.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            evaluated.requireOwn(teacher, experiment);
            Optional<SoftLabelFolder> labels = config.softLabels() == SoftLabels.STORED
                    ? Optional.of(new LabelledRun(source, experiment, set, teacher).required())
                    : Optional.empty();
            evaluation = new Evaluation(
                    config, new ComparedSets(real, evaluated.pictures(), experiment.seed()), experiment.seed(), labels);
            RealStudents.of(evaluation, TeacherFingerprint.of(teacher.network()))
                    .adopt(evaluated.results(), folder, evaluation.tasks());
            results = evaluation.run(
                    teacher,
                    session.networks(),
                    folder.kept(evaluation.tasks()),
                    folder::keep,
                    session.manager(),
                    control,
                    listener);
        }
        String table = evaluation.written(experiment, results, folder);
        return new EvaluationOutcome(
                folder.path(),
                results,
                evaluation.tasks().size(),
                table,
                results.size() < evaluation.tasks().size());
    }
}
