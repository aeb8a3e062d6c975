package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.SmallClasses;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.SoftLabelFolder;

/**
 * The evaluation stage. Trains students on the distilled set and, with the same recipe and number of steps, on random
 * real images and on all real images, with soft and with hard labels.
 *
 * @param config the recipe
 * @param sets the compared image sets
 * @param seed seed of the experiment
 * @param labels the stored soft labels of the distilled set, complete for the recipe; when empty, the teacher is
 *     queried at every step
 */
public record Evaluation(EvaluationConfig config, ComparedSets sets, long seed, Optional<SoftLabelFolder> labels) {

    /** Returns all students in training order: the first student of every kind before the second ones. */
    public List<StudentTask> tasks() {
        return StudentTask.all(config);
    }

    /** Returns the number of steps of each student: the epochs of the recipe on the distilled set. */
    public int steps() {
        return config.epochs() * StudentBatches.perEpoch(sets.distilled().count(), config.batchSize());
    }

    /**
     * Trains and tests the students that are not finished.
     *
     * @param teacher on the engine's device
     * @param folder receives the result of every student once it is tested, and checkpoints of the student in training;
     *     students with a stored result are not trained again
     * @param pace decides when checkpoints are due
     * @return results of all finished students, in order; fewer than the tasks when the run was canceled
     * @throws IOException when a result cannot be stored
     */
    public List<StudentResult> run(
            Teacher teacher,
            NetworkCatalog catalog,
            EvaluationFolder folder,
            CheckpointPace pace,
            NDManager manager,
            RunControl control,
            RunListener listener)
            throws IOException {
        StudentTrainer trainer = new StudentTrainer(
                config, teacher.network(), teacher.metadata().normalization(), catalog, seed, labels);
        folder.begin();
        StudentCheckpointFiles checkpoints = new StudentCheckpointFiles(folder.path(), pace);
        List<StudentTask> tasks = tasks();
        Map<StudentTask, StudentResult> done = kept(folder);
        int steps = steps();
        listener.onEvent(new RunEvent.StageStarted(
                StageName.EVALUATION, (long) tasks.size() * steps, sets.classNames(), Instant.now()));
        List<StudentResult> results = new ArrayList<>();
        for (int place = 0; place < tasks.size(); place++) {
            StudentTask task = tasks.get(place);
            Optional<StudentResult> result = Optional.ofNullable(done.get(task));
            if (result.isEmpty()) {
                result = trainer.train(
                        task,
                        sets.of(task),
                        steps,
                        manager,
                        control,
                        checkpoints,
                        new Reporter(listener, place, tasks.size(), steps));
                if (result.isEmpty()) {
                    listener.onEvent(new RunEvent.StageFinished(StageName.EVALUATION, true, Instant.now()));
                    return results;
                }
                folder.keep(result.get());
                checkpoints.delete(task);
            }
            results.add(result.get());
        }
        listener.onEvent(new RunEvent.StageFinished(StageName.EVALUATION, false, Instant.now()));
        return results;
    }

    /**
     * Returns the number of steps that are still to be made, by student. Finished students are missing, and so are
     * those that other runs have trained on the same real images.
     *
     * @param run the run folder
     * @param folder its evaluation
     * @param teacher fingerprint of the weights that produce the soft labels
     * @throws IOException if a result or a checkpoint cannot be read
     */
    public Map<StudentTask, Integer> remainingSteps(Path run, EvaluationFolder folder, String teacher)
            throws IOException {
        List<StudentTask> missing = new ArrayList<>(tasks());
        missing.removeAll(kept(folder).keySet());
        missing.removeAll(RealStudents.of(this, teacher).available(run, missing));
        StudentCheckpointFiles checkpoints =
                new StudentCheckpointFiles(folder.path(), new CheckpointPace(Duration.ZERO, System::nanoTime));
        Map<StudentTask, Integer> steps = new LinkedHashMap<>();
        for (StudentTask task : missing) {
            steps.put(
                    task,
                    steps()
                            - checkpoints
                                    .newest(task)
                                    .map(StudentCheckpoint::steps)
                                    .orElse(0));
        }
        return steps;
    }

    /**
     * Returns the stored results of finished students.
     *
     * @throws IOException when a file cannot be read or is not a result
     */
    public Map<StudentTask, StudentResult> kept(EvaluationFolder folder) throws IOException {
        Map<StudentTask, StudentResult> results = folder.kept(tasks());
        results.values().removeIf(result -> !sets.fits(result));
        return results;
    }

    /** Returns a warning if some classes have fewer training images than distilled images. */
    public Optional<DatasetNote> smallClasses() {
        int most = Arrays.stream(sets.distilledPerClass()).max().orElse(0);
        return SmallClasses.note(sets.real(), most);
    }

    /** Returns the report on the given results. */
    public EvaluationReport report(List<StudentResult> results) {
        return new EvaluationReport(
                results, sets.real().trainCount(), sets.real().classNames());
    }

    /** Emitter of the events of one student; each student is one unit. */
    private record Reporter(RunListener listener, int place, int students, int steps) implements StudentWatcher {
        @Override
        public void stepped(int made) {
            listener.onEvent(new RunEvent.Progress(
                    StageName.EVALUATION, place, made, steps, students, all(made), (long) students * steps));
        }

        @Override
        public void measured(int made, double accuracy, double loss) {
            tell(made, Metric.TRAINING_LOSS, loss);
            tell(made, Metric.TEST_ACCURACY, accuracy);
        }

        private void tell(int made, Metric metric, double value) {
            listener.onEvent(new RunEvent.MetricPoint(StageName.EVALUATION, metric, place, made, all(made), value));
        }

        private long all(int made) {
            return (long) place * steps + made;
        }
    }
}
