package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabelledImages;
import org.dwastudio.data.ReplacedTraining;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.EvaluationOutcome;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.StudentResult;
import org.dwastudio.pipeline.evaluation.ComparedSets;
import org.dwastudio.pipeline.evaluation.DistilledImages;
import org.dwastudio.pipeline.evaluation.Evaluation;
import org.dwastudio.pipeline.evaluation.EvaluationFolder;
import org.dwastudio.pipeline.evaluation.RealStudents;

/** One evaluation of the pictures of a run folder, from them to the tables. */
final class EvaluationJob {
    private final EngineSession session;
    private final Path run;
    private final EvaluationConfig config;
    private final RunListener listener;

    EvaluationJob(EngineSession session, Path run, EvaluationConfig config, RunListener listener) {
        this.session = session;
        this.run = run;
        this.config = config;
        this.listener = listener;
    }

    /**
     * Runs it on the engine thread.
     *
     * @throws IOException when something cannot be read or written, or does not fit together, in words
     */
    EvaluationOutcome run(RunControl control) throws IOException {
        RunDirectory directory = RunDirectory.open(run);
        Experiment experiment = experiment(directory).withEvaluation(config);
        LabelledImages distilled = DistilledImages.in(directory);
        ImageDataset real = session.dataset(experiment.dataset());
        String pictures = new ReplacedTraining("the distilled set", real, distilled).fingerprint();
        Evaluation evaluation =
                new Evaluation(config, new ComparedSets(real, distilled, experiment.seed()), experiment.seed());
        EvaluationFolder folder = new EvaluationFolder(run, experiment, pictures);
        List<StudentResult> results;
        try (Teacher teacher = session.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            RealStudents.of(evaluation, TeacherFingerprint.of(teacher.network()))
                    .adopt(run, folder, evaluation.tasks());
            results = evaluation.run(
                    teacher,
                    session.networks(),
                    folder,
                    session.checkpointPace(),
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

    private static Experiment experiment(RunDirectory directory) throws IOException {
        try {
            return ExperimentReader.read(directory.experiment());
        } catch (ConfigException e) {
            throw new RunFolderException(directory.folder(), "its experiment cannot be read: " + e.getMessage());
        }
    }
}
