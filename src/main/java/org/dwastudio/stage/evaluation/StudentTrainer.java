package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.dwastudio.stage.CancellationToken;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.train.label.StoredBatches;
import org.dwastudio.train.optimizer.StudentOptimizer;
import org.dwastudio.train.schedule.StudentLearningRate;
import org.dwastudio.weights.StoredTensor;

/**
 * Trains a fresh student on a set of images and measures it on the test split. Equal seeds give equal students.
 *
 * @param config the recipe
 * @param teacher gives the soft labels; carries no gradients
 * @param normalization the teacher's, which is the student's too
 * @param seed of the experiment
 * @param labels the stored soft labels of the distilled set; empty asks the teacher
 */
public record StudentTrainer(
        EvaluationConfig config,
        Network teacher,
        Normalization normalization,
        NetworkCatalog catalog,
        long seed,
        Optional<SoftLabelFolder> labels) {

    /**
     * Trains one.
     *
     * @param images whose training split it learns from, and whose test split it is measured on
     * @param steps how many it makes
     * @param manager parent of all tensors that are made on the way; none of them is left
     * @param control asked before every step, and before every batch of a test
     * @param checkpoints where it goes on, and where it is kept
     * @return nothing when the run was cancelled
     * @throws StageException when the loss is no longer a number, or checkpoints are broken
     * @throws IOException when a checkpoint cannot be written
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
        SeedSequence seeds = new SeedSequence(seed);
        long weightSeed = seeds.generator(RandomPurpose.STUDENT_WEIGHTS, task.student(), 0)
                .nextLong();
        NetworkConfig kind = new NetworkConfig(
                config.network().architecture(),
                config.network().width(),
                config.network().stem(),
                images.channels(),
                images.classNames().size(),
                images.imageSize());
        try (NDManager own = manager.newSubManager();
                Network student = catalog.build(kind, own, DataType.FLOAT32, weightSeed)) {
            return new Training(task, images, steps, own, student, seeds).run(control, checkpoints, watcher);
        }
    }

    /** One training, from fresh weights to its last step. */
    private final class Training {
        private final StudentTask task;
        private final ImageDataset images;
        private final int steps;
        private final NDManager own;
        private final Network student;
        private final SeedSequence seeds;
        private final StudentLoss loss = StudentLoss.of(config);
        private final StudentOptimizer optimizer;
        private final StudentLearningRate rate;
        private final Optional<Network> averaged;
        private final Optional<WeightAverage> average;
        private final TestSetEvaluator test;
        private long trainingNanoseconds;
        private double lossSum;
        private int lossSteps;
        private double best = -1;
        private int bestStep;

        Training(StudentTask task, ImageDataset images, int steps, NDManager own, Network student, SeedSequence seeds) {
            this.task = task;
            this.images = images;
            this.steps = steps;
            this.own = own;
            this.student = student;
            this.seeds = seeds;
            optimizer = StudentOptimizer.of(config, student.parameters().values(), own);
            rate = new StudentLearningRate(
                    config.optimizer().learningRate(),
                    (int) Math.round((double) steps * config.optimizer().warmUpEpochs() / config.epochs()),
                    steps,
                    config.optimizer().schedule());
            averaged = config.measuring().averageDecay() > 0 ? Optional.of(student.copy(own)) : Optional.empty();
            average = averaged.map(
                    copy -> new WeightAverage(copy, student, config.measuring().averageDecay()));
            test = new TestSetEvaluator(images, normalization);
        }

        Optional<StudentResult> run(RunControl control, StudentCheckpoints checkpoints, StudentWatcher watcher)
                throws IOException {
            int first = goOn(checkpoints.newest(task));
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
                            // A step that was not measured is not kept: who goes on makes and measures it again.
                            return Optional.empty();
                        }
                        double accuracy = newest.get().topOne();
                        watcher.measured(step + 1, accuracy, takeMeanLoss());
                        bestStep = accuracy > best ? step + 1 : bestStep;
                        best = Math.max(best, accuracy);
                    }
                    // The last step is not kept: it ends in a result.
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
                    : StudentBatches.of(config, images, seeds, task.student()).steps(steps, prefetch);
        }

        /** Becomes what was kept; returns the steps that are made already. */
        private int goOn(Optional<StudentCheckpoint> kept) {
            if (kept.isEmpty()) {
                return 0;
            }
            StudentCheckpoint checkpoint = kept.get();
            best = checkpoint.best();
            bestStep = checkpoint.bestStep();
            trainingNanoseconds = checkpoint.nanoseconds();
            try (NDManager scope = own.newSubManager()) {
                student.assign(tensors(checkpoint.state(), scope));
                averaged.ifPresent(network -> network.assign(tensors(checkpoint.average(), scope)));
                Map<String, NDArray> memory = tensors(checkpoint.memory(), scope);
                optimizer.memory().forEach((name, tensor) -> tensor.intern(memory.get(name)));
            }
            optimizer.goOnAfter(checkpoint.steps());
            average.ifPresent(mean -> mean.goOnAfter(checkpoint.steps()));
            return checkpoint.steps();
        }

        private void keep(StudentCheckpoints checkpoints, int made) throws IOException {
            checkpoints.keep(
                    task,
                    () -> new StudentCheckpoint(
                            made,
                            best,
                            bestStep,
                            trainingNanoseconds,
                            copies(student.state()),
                            copies(optimizer.memory()),
                            averaged.map(network -> copies(network.state())).orElse(Map.of())));
        }

        private static Map<String, StoredTensor> copies(Map<String, NDArray> tensors) {
            Map<String, StoredTensor> copies = new LinkedHashMap<>();
            tensors.forEach((name, tensor) -> copies.put(name, StoredTensor.of(tensor)));
            return copies;
        }

        private static Map<String, NDArray> tensors(Map<String, StoredTensor> copies, NDManager scope) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            copies.forEach((name, copy) -> tensors.put(name, copy.toNDArray(scope)));
            return tensors;
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

        /** Nothing when the run was cancelled meanwhile. */
        private Optional<ConfusionMatrix> measure(CancellationToken cancellation) {
            student.trackGradients(false);
            ConfusionMatrix confusion = new ConfusionMatrix(images.classNames().size());
            boolean whole = test.over(
                    averaged.orElse(student), own, confusion::add, ProgressListener.NONE, cancellation::isCancelled);
            return whole ? Optional.of(confusion) : Optional.empty();
        }

        private void make(int step, StudentBatch batch) {
            long start = System.nanoTime();
            student.trackGradients(true);
            try (NDManager scope = own.newSubManager()) {
                NDArray images = batch.images(scope, normalization);
                Optional<NDArray> answers =
                        task.labels() == LabelType.SOFT ? Optional.of(answers(batch, images)) : Optional.empty();
                try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
                    NDArray logits = student.trainingLogits(
                            images, seeds.generator(RandomPurpose.STUDENT_DROPOUT, task.student(), step));
                    NDArray value = answers.map(labels -> loss.soft(logits, labels, batch))
                            .orElseGet(() -> loss.hard(logits, batch));
                    collector.backward(value);
                    takeLoss(value.toType(DataType.FLOAT64, false).getDouble(), step);
                }
            }
            optimizer.step(rate.rate(step));
            average.ifPresent(WeightAverage::take);
            trainingNanoseconds += System.nanoTime() - start;
        }

        /** Stored ones are of half precision, and the loss is computed in that of the student. */
        private NDArray answers(StudentBatch batch, NDArray images) {
            return batch.answers()
                    .map(stored -> stored.toNDArray(images.getManager()).toType(DataType.FLOAT32, false))
                    .orElseGet(() -> teacher.logits(images));
        }

        private void takeLoss(double value, int step) {
            if (!Double.isFinite(value)) {
                throw new StageException("The student's loss was " + value + " at step " + (step + 1) + " of " + steps
                        + " (" + task.key() + "). Please lower evaluation.learningRate ("
                        + config.optimizer().learningRate()
                        + ") or choose another evaluation.loss.");
            }
            lossSum += value;
            lossSteps++;
        }
    }
}
