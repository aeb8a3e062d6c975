package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.ConfusionMatrix;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.checkpoint.CheckpointContent;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.Message;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.StoredBatches;
import org.dwastudio.train.schedule.LearningRateSchedule;

/**
 * Training of one student from its start weights, or from a checkpoint, to its last step. Several may train at the same
 * time, each on one thread at a time.
 */
final class StudentTraining implements AutoCloseable {
    private static final String STAGE = "evaluation";

    private final StudentTrainer trainer;
    private final StudentTask task;
    private final ImageDataset images;
    private final int steps;
    private final NDManager own;
    private final StudentStep student;
    private final LearningRateSchedule rate;
    private final TestSetEvaluator test;
    private final OrderedPrefetch<?, StudentBatch> left;
    private int made;
    private long trainingNanoseconds;
    private double lossSum;
    private int lossSteps;
    private double best = -1;
    private int bestStep;
    private Optional<ConfusionMatrix> newest = Optional.empty();
    private boolean measured = true;

    /**
     * Measurement on the test split.
     *
     * @param accuracy top-1, 0 to 1
     * @param loss mean of the steps since the previous measurement
     */
    record Measurement(double accuracy, double loss) {}

    private StudentTraining(
            StudentTrainer trainer,
            StudentTask task,
            ImageDataset images,
            int steps,
            NDManager own,
            Optional<StudentCheckpoint> from,
            PrefetchPolicy prefetch) {
        this.trainer = trainer;
        this.task = task;
        this.images = images;
        this.steps = steps;
        this.own = own;
        student = new StudentStep(trainer, task.labels(), trainer.fresh(task.student(), images, own), own);
        rate = LearningRateSchedule.ofStudent(trainer.config(), steps);
        test = new TestSetEvaluator(images, trainer.normalization(), prefetch);
        from.ifPresent(this::restore);
        left = batches(prefetch.after(made));
    }

    /**
     * Begins or resumes the training of a student; must be closed.
     *
     * @param images its training split is learned from, its test split is measured on
     * @param steps number of steps
     * @param manager parent of all its tensors
     * @param from checkpoint to resume from; empty starts from the beginning
     * @param prefetch preparation of its images
     * @throws StageException if the checkpoint is broken
     */
    static StudentTraining begin(
            StudentTrainer trainer,
            StudentTask task,
            ImageDataset images,
            int steps,
            NDManager manager,
            Optional<StudentCheckpoint> from,
            PrefetchPolicy prefetch) {
        NDManager own = manager.newSubManager();
        try {
            return new StudentTraining(trainer, task, images, steps, own, from, prefetch);
        } catch (RuntimeException | Error failure) {
            own.close();
            throw failure;
        }
    }

    StudentTask task() {
        return task;
    }

    /** Returns the number of steps made so far, those before a checkpoint included. */
    int made() {
        return made;
    }

    boolean isFinished() {
        return made >= steps;
    }

    /**
     * Makes one step.
     *
     * @throws StageException if the loss is no longer a number
     */
    void step() {
        StudentBatch batch = left.next();
        long start = System.nanoTime();
        double loss = student.make(
                batch, rate.rate(made), seeds().generator(RandomPurpose.STUDENT_DROPOUT, task.student(), made));
        if (!Double.isFinite(loss)) {
            throw new StageException(Message.of(
                    "student.diverged",
                    loss,
                    made + 1,
                    steps,
                    task.key(),
                    trainer.config().optimizer().learningRate()));
        }
        lossSum += loss;
        lossSteps++;
        trainingNanoseconds += System.nanoTime() - start;
        made++;
        measured = !isMeasurementDue();
    }

    /** Returns whether the last step was measured, if a measurement follows it. */
    boolean isMeasured() {
        return measured;
    }

    private boolean isMeasurementDue() {
        int measurements = trainer.config().measuring().measurements();
        long before = (long) (made - 1) * measurements / steps;
        return (long) made * measurements / steps > before;
    }

    /** Measures the student on the test split; empty if the run was canceled meanwhile. */
    Optional<Measurement> measure(CancellationToken cancellation) {
        ConfusionMatrix confusion = new ConfusionMatrix(images.classNames().size());
        if (!test.over(student.measured(), own, confusion::add, ProgressListener.NONE, cancellation)) {
            return Optional.empty();
        }
        newest = Optional.of(confusion);
        measured = true;
        double accuracy = confusion.topOne();
        bestStep = accuracy > best ? made : bestStep;
        best = Math.max(best, accuracy);
        return Optional.of(new Measurement(accuracy, takeMeanLoss()));
    }

    private double takeMeanLoss() {
        double mean = lossSum / lossSteps;
        lossSum = 0;
        lossSteps = 0;
        return mean;
    }

    /** Returns a checkpoint with copies of all tensors. */
    StudentCheckpoint checkpoint() {
        return student.checkpoint(made, best, bestStep, trainingNanoseconds);
    }

    /** Returns the result, once the student is measured after its last step. */
    StudentResult result() {
        ConfusionMatrix last = newest.orElseThrow();
        return new StudentResult(
                task,
                images.trainCount(),
                steps,
                last.topOne(),
                best,
                bestStep,
                last.topFive(),
                trainingNanoseconds / 1e9,
                last.counts(),
                images.scoredOn());
    }

    private void restore(StudentCheckpoint checkpoint) {
        made = checkpoint.steps();
        best = checkpoint.best();
        bestStep = checkpoint.bestStep();
        trainingNanoseconds = checkpoint.nanoseconds();
        CheckpointContent.restore(STAGE, () -> student.restore(checkpoint));
    }

    /** Stored soft labels belong to the augmented images of the distilled set; for all others the teacher is queried. */
    private OrderedPrefetch<?, StudentBatch> batches(PrefetchPolicy prefetch) {
        boolean stored = task.set() == TrainingSet.DISTILLED && task.labels() == LabelType.SOFT;
        EvaluationConfig recipe = task.set().isPlain() ? trainer.config().plain() : trainer.config();
        return stored && trainer.labels().isPresent()
                ? new StoredBatches(
                                images,
                                Augmentation.of(recipe),
                                trainer.labels().get())
                        .steps(steps, prefetch)
                : StudentBatches.of(recipe, images, seeds(), task.student()).steps(steps, prefetch);
    }

    private SeedSequence seeds() {
        return new SeedSequence(trainer.seed());
    }

    @Override
    public void close() {
        left.close();
        own.close();
    }
}
