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
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.concurrent.StageWorkers;
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

    /** Returns the trainer of the students. */
    StudentTrainer trainer(Teacher teacher, NetworkCatalog catalog) {
        return new StudentTrainer(config, teacher.network(), teacher.metadata().normalization(), catalog, seed, labels);
    }

    /**
     * Trains and tests the students that are not finished.
     *
     * @param trainer trainer of this evaluation, on the engine's device
     * @param atOnce number of students that train at the same time
     * @param folder receives the result of every student once it is tested, and checkpoints of the students in training;
     *     students with a stored result are not trained again
     * @param pace decides when checkpoints are due
     * @return results of all finished students, in order; fewer than the tasks when the run was canceled
     * @throws IOException when a result cannot be stored
     */
    List<StudentResult> run(
            StudentTrainer trainer,
            int atOnce,
            EvaluationFolder folder,
            CheckpointPace pace,
            NDManager manager,
            RunControl control,
            RunListener listener)
            throws IOException {
        folder.begin();
        StudentCheckpointFiles checkpoints = new StudentCheckpointFiles(folder.path(), pace);
        List<StudentTask> tasks = tasks();
        Map<StudentTask, StudentResult> results = kept(folder);
        listener.onEvent(new RunEvent.StageStarted(
                StageName.EVALUATION, (long) tasks.size() * steps(), sets.classNames(), Instant.now()));
        PrefetchPolicy prefetch = PrefetchPolicy.ofThisMachine().sharedBy(atOnce);
        Queue queue = new Queue(
                folder,
                checkpoints,
                listener,
                results,
                task -> StudentTraining.begin(
                        trainer, task, sets.of(task), steps(), manager, checkpoints.newest(task), prefetch));
        boolean whole;
        try (StageWorkers workers = StageWorkers.of(atOnce)) {
            whole = new StudentRounds(workers, control, checkpoints).run(queue);
        }
        listener.onEvent(new RunEvent.StageFinished(StageName.EVALUATION, !whole, Instant.now()));
        return tasks.stream().filter(results::containsKey).map(results::get).toList();
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
        List<StudentTask> missing = unfinished(folder);
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

    /** Returns the students without a stored result, in training order. */
    List<StudentTask> unfinished(EvaluationFolder folder) throws IOException {
        List<StudentTask> missing = new ArrayList<>(tasks());
        missing.removeAll(kept(folder).keySet());
        return missing;
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

    /** Beginning of the training of a student. */
    @FunctionalInterface
    private interface Start {
        StudentTraining of(StudentTask task) throws IOException;
    }

    /** Students that are not finished, in training order. Each is one unit of the events. */
    private final class Queue implements StudentRounds.Students {
        private final EvaluationFolder folder;
        private final StudentCheckpointFiles checkpoints;
        private final RunListener listener;
        private final Map<StudentTask, StudentResult> results;
        private final Start start;
        private final List<StudentTask> tasks = tasks();
        private final int steps = steps();
        /** Steps made by student, until now; 0 for those after the last one that has begun. */
        private final int[] made = new int[tasks.size()];

        private int place;

        /**
         * @param results of the finished students, to which those of the others are added
         * @param start begins the training of a student
         */
        Queue(
                EvaluationFolder folder,
                StudentCheckpointFiles checkpoints,
                RunListener listener,
                Map<StudentTask, StudentResult> results,
                Start start) {
            this.folder = folder;
            this.checkpoints = checkpoints;
            this.listener = listener;
            this.results = results;
            this.start = start;
        }

        @Override
        public Optional<StudentRounds.Running> next() throws IOException {
            while (place < tasks.size() && results.containsKey(tasks.get(place))) {
                made[place] = steps;
                place++;
            }
            if (place == tasks.size()) {
                return Optional.empty();
            }
            StudentTraining training = start.of(tasks.get(place));
            return Optional.of(new StudentRounds.Running(training, new Reporter(this, place++)));
        }

        @Override
        public void finished(StudentResult result) throws IOException {
            folder.keep(result);
            checkpoints.delete(result.task());
            results.put(result.task(), result);
        }

        /** Returns the steps of the whole stage: those of finished students and of those in training. */
        long step() {
            return Arrays.stream(made).asLongStream().sum();
        }
    }

    /** Emitter of the events of one student. */
    private record Reporter(Queue students, int place) implements StudentWatcher {
        @Override
        public void stepped(int steps) {
            students.made[place] = steps;
            int count = students.tasks.size();
            students.listener.onEvent(new RunEvent.Progress(
                    StageName.EVALUATION,
                    place,
                    steps,
                    students.steps,
                    count,
                    students.step(),
                    (long) count * students.steps));
        }

        @Override
        public void measured(int steps, double accuracy, double loss) {
            tell(steps, Metric.TRAINING_LOSS, loss);
            tell(steps, Metric.TEST_ACCURACY, accuracy);
        }

        private void tell(int steps, Metric metric, double value) {
            students.listener.onEvent(
                    new RunEvent.MetricPoint(StageName.EVALUATION, metric, place, steps, students.step(), value));
        }
    }
}
