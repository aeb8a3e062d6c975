package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationConfig.SoftLabels;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabelledImages;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.EvaluationOutcome;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.StudentResult;
import org.dwastudio.pipeline.evaluation.ComparedSets;
import org.dwastudio.pipeline.evaluation.DistilledImages;
import org.dwastudio.pipeline.evaluation.Evaluation;
import org.dwastudio.pipeline.evaluation.EvaluationFolder;
import org.dwastudio.pipeline.view.SoftLabelFolder;

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
        Experiment experiment = RecordedRecipe.experiment(directory).withEvaluation(config);
        LabelledImages distilled = DistilledImages.in(directory);
        ImageDataset real = session.dataset(experiment.dataset());
        DistilledPictures set = new DistilledPictures(distilled, real);
        EvaluationFolder folder = new EvaluationFolder(run, experiment, set.fingerprint());
        Evaluation evaluation;
        List<StudentResult> results;
        try (Teacher teacher = session.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            Optional<SoftLabelFolder> labels = config.softLabels() == SoftLabels.STORED
                    ? Optional.of(new LabelledRun(run, experiment, set, teacher).required())
                    : Optional.empty();
            evaluation = new Evaluation(
                    config, new ComparedSets(real, distilled, experiment.seed()), experiment.seed(), labels);
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
