package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.dwastudio.pipeline.EvaluationReport;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.StudentResult;
import org.dwastudio.pipeline.StudentTask;
import org.dwastudio.pipeline.evaluation.ComparedSets;
import org.dwastudio.pipeline.evaluation.DistilledImages;
import org.dwastudio.pipeline.evaluation.Evaluation;
import org.dwastudio.pipeline.evaluation.EvaluationFolder;

/** One evaluation of the pictures of a run folder, from them to the tables. */
final class EvaluationJob {
    private final EngineSession session;
    private final Path run;
    private final EvaluationConfig config;

    EvaluationJob(EngineSession session, Path run, EvaluationConfig config) {
        this.session = session;
        this.run = run;
        this.config = config;
    }

    /** The pictures, what they are compared with, and where it is kept. */
    private record Opened(Experiment experiment, Evaluation evaluation, EvaluationFolder folder) {}

    /**
     * Runs it on the engine thread.
     *
     * @throws IOException when something cannot be read or written, or does not fit together, in words
     */
    EvaluationOutcome run(RunControl control, RunListener listener) throws IOException {
        Opened opened = open();
        Experiment experiment = opened.experiment();
        Evaluation evaluation = opened.evaluation();
        List<StudentResult> results;
        try (Teacher teacher = session.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            results = evaluation.run(
                    teacher,
                    session.networks(),
                    opened.folder().kept(evaluation.tasks()),
                    opened.folder()::keep,
                    session.manager(),
                    control,
                    listener);
        }
        EvaluationReport report = evaluation.report(results);
        opened.folder().writeTables(experiment, report);
        return new EvaluationOutcome(opened.folder().path(), config, report);
    }

    /**
     * What is kept of it, or else of the last evaluation of the run by another recipe; touches no tensors, so any thread
     * may ask.
     *
     * @return empty when no student is done
     * @throws IOException when something cannot be read, in words
     */
    Optional<EvaluationOutcome> kept() throws IOException {
        Optional<EvaluationOutcome> own = keptByRecipe();
        if (own.isPresent()) {
            return own;
        }
        Optional<EvaluationConfig> other = EvaluationFolder.newestRecipe(run);
        return other.isPresent() ? new EvaluationJob(session, run, other.get()).keptByRecipe() : own;
    }

    private Optional<EvaluationOutcome> keptByRecipe() throws IOException {
        Opened opened = open();
        List<StudentTask> tasks = opened.evaluation().tasks();
        Map<StudentTask, StudentResult> kept = opened.folder().kept(tasks);
        List<StudentResult> results = new ArrayList<>();
        tasks.stream().filter(kept::containsKey).forEach(task -> results.add(kept.get(task)));
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(new EvaluationOutcome(
                        opened.folder().path(), config, opened.evaluation().report(results)));
    }

    private Opened open() throws IOException {
        RunDirectory directory = RunDirectory.open(run);
        Experiment experiment = experiment(directory).withEvaluation(config);
        LabelledImages distilled = DistilledImages.in(directory);
        ImageDataset real = session.dataset(experiment.dataset());
        String pictures = new ReplacedTraining("the distilled set", real, distilled).fingerprint();
        Evaluation evaluation =
                new Evaluation(config, new ComparedSets(real, distilled, experiment.seed()), experiment.seed());
        return new Opened(experiment, evaluation, new EvaluationFolder(run, experiment, pictures));
    }

    private static Experiment experiment(RunDirectory directory) throws IOException {
        try {
            return ExperimentReader.read(directory.experiment());
        } catch (ConfigException e) {
            throw new RunFolderException(directory.folder(), "its experiment cannot be read: " + e.getMessage());
        }
    }
}
