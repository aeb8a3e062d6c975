package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.metric.ConfusionMatrix;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.RunControl;
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
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.train.label.StoredBatches;
import org.dwastudio.train.schedule.LearningRateSchedule;

/**
 * Trainer of fresh students, which are measured on the test split. Equal seeds give equal students.
 *
 * @param config the recipe
 * @param teacher source of the soft labels; carries no gradients
 * @param normalization normalization of the teacher, used for the student as well
 * @param seed seed of the experiment
 * @param labels the stored soft labels of the distilled set; when empty, the teacher is queried
 */
public record StudentTrainer(
        EvaluationConfig config,
        Network teacher,
        Normalization normalization,
        NetworkCatalog catalog,
        long seed,
        Optional<SoftLabelFolder> labels) {
    private static final String STAGE = "evaluation";

    /**
     * Trains one student.
     *
     * @param images its training split is learned from, its test split is measured on
     * @param steps number of steps
     * @param manager parent of all temporary tensors; none of them remains
     * @param control checked before every step, and before every batch of a test
     * @param checkpoints where the student resumes from and is saved
     * @return empty if the run was canceled
     * @throws StageException if the loss is no longer a number, or checkpoints are broken
     * @throws IOException if a checkpoint cannot be written
     */
    public Optional<StudentResult> train(
            StudentTask task,
            ImageDataset images,
            int steps,
            NDManager manager,
            RunControl control,
            StudentCheckpoints checkpoints,
            StudentWatcher watcher)
            throws IOException {
        try (NDManager own = manager.newSubManager();
                Network student = fresh(task.student(), images, own)) {
            return new Training(task, images, steps, own, new StudentStep(this, task.labels(), student, own))
                    .run(control, checkpoints, watcher);
        }
    }

    /** Returns a student with its start weights. */
    public Network fresh(int student, ImageDataset images, NDManager manager) {
        long weightSeed =
                seeds().generator(RandomPurpose.STUDENT_WEIGHTS, student, 0).nextLong();
        NetworkConfig network = new NetworkConfig(
                config.network().architecture(),
                config.network().width(),
                config.network().stem(),
                images.channels(),
                images.classNames().size(),
                images.imageSize());
        return catalog.build(network, manager, DataType.FLOAT32, weightSeed);
    }

    private SeedSequence seeds() {
        return new SeedSequence(seed);
    }

    /** Training of one student from its start weights to its last step. */
    private final class Training {
        private final StudentTask task;
        private final ImageDataset images;
        private final int steps;
        private final NDManager own;
        private final StudentStep student;
        private final LearningRateSchedule rate;
        private final TestSetEvaluator test;
        private long trainingNanoseconds;
        private double lossSum;
        private int lossSteps;
        private double best = -1;
        private int bestStep;

        Training(StudentTask task, ImageDataset images, int steps, NDManager own, StudentStep student) {
            this.task = task;
            this.images = images;
            this.steps = steps;
            this.own = own;
            this.student = student;
            rate = LearningRateSchedule.ofStudent(config, steps);
            test = new TestSetEvaluator(images, normalization);
        }

        Optional<StudentResult> run(RunControl control, StudentCheckpoints checkpoints, StudentWatcher watcher)
                throws IOException {
            int first = restore(checkpoints.newest(task));
            Optional<ConfusionMatrix> newest = Optional.empty();
            try (OrderedPrefetch<?, StudentBatch> left = batches(first)) {
                for (int step = first; step < steps; step++) {
                    if (!control.proceed()) {
                        keep(checkpoints, step);
                        return Optional.empty();
                    }
                    make(step, left.next());
                    watcher.stepped(step + 1);
                    if (isMeasured(step + 1)) {
                        newest = measure(control.token());
                        if (newest.isEmpty()) {
                            // A step that was not measured is not saved: a resumed run repeats and measures it.
                            return Optional.empty();
                        }
                        double accuracy = newest.get().topOne();
                        watcher.measured(step + 1, accuracy, takeMeanLoss());
                        bestStep = accuracy > best ? step + 1 : bestStep;
                        best = Math.max(best, accuracy);
                    }
                    // The last step is not saved: it ends in a result.
                    if (checkpoints.isDue() && step + 1 < steps) {
                        keep(checkpoints, step + 1);
                    }
                }
            }
            ConfusionMatrix last = newest.orElseThrow();
            return Optional.of(new StudentResult(
                    task,
                    images.trainCount(),
                    steps,
                    last.topOne(),
                    best,
                    bestStep,
                    last.topFive(),
                    trainingNanoseconds / 1e9,
                    last.counts()));
        }

        private OrderedPrefetch<?, StudentBatch> batches(int first) {
            PrefetchPolicy prefetch = PrefetchPolicy.ofThisMachine().after(first);
            boolean stored = task.set() == TrainingSet.DISTILLED && task.labels() == LabelType.SOFT;
            return stored && labels.isPresent()
                    ? new StoredBatches(images, Augmentation.of(config), labels.get()).steps(steps, prefetch)
                    : StudentBatches.of(config, images, seeds(), task.student()).steps(steps, prefetch);
        }

        /** Restores a checkpoint and returns its number of steps. */
        private int restore(Optional<StudentCheckpoint> kept) {
            if (kept.isEmpty()) {
                return 0;
            }
            StudentCheckpoint checkpoint = kept.get();
            best = checkpoint.best();
            bestStep = checkpoint.bestStep();
            trainingNanoseconds = checkpoint.nanoseconds();
            CheckpointContent.restore(STAGE, () -> student.restore(checkpoint));
            return checkpoint.steps();
        }

        private void keep(StudentCheckpoints checkpoints, int made) throws IOException {
            checkpoints.keep(task, () -> student.checkpoint(made, best, bestStep, trainingNanoseconds));
        }

        private boolean isMeasured(int made) {
            long before = (long) (made - 1) * config.measuring().measurements() / steps;
            return (long) made * config.measuring().measurements() / steps > before;
        }

        private double takeMeanLoss() {
            double mean = lossSum / lossSteps;
            lossSum = 0;
            lossSteps = 0;
            return mean;
        }

        /** Returns the confusion matrix of the test split; empty if the run was canceled meanwhile. */
        private Optional<ConfusionMatrix> measure(CancellationToken cancellation) {
            ConfusionMatrix confusion = new ConfusionMatrix(images.classNames().size());
            boolean whole = test.over(student.measured(), own, confusion::add, ProgressListener.NONE, cancellation);
            return whole ? Optional.of(confusion) : Optional.empty();
        }

        private void make(int step, StudentBatch batch) {
            long start = System.nanoTime();
            double loss = student.make(
                    batch, rate.rate(step), seeds().generator(RandomPurpose.STUDENT_DROPOUT, task.student(), step));
            if (!Double.isFinite(loss)) {
                throw new StageException(Message.of(
                        "student.diverged",
                        loss,
                        step + 1,
                        steps,
                        task.key(),
                        config.optimizer().learningRate()));
            }
            lossSum += loss;
            lossSteps++;
            trainingNanoseconds += System.nanoTime() - start;
        }
    }
}
