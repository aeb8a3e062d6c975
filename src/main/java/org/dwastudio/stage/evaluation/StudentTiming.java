package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.train.batch.MixPolicy;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.weights.StoredTensor;

/**
 * Measured durations of student training. A few small steps are made and one batch is tested per kind of label, and a few
 * images are loaded per training set; larger batches are extrapolated.
 */
public final class StudentTiming {
    private static final double LONGEST_STEP = 0.4;
    private static final int SMALLEST_BATCH = 2;
    private static final int LOADED = 8;
    private static final int FIRST_STUDENT = 0;
    // A rate of 0 leaves the weights: steps at a high one could end in infinities, which are slow.
    private static final double NO_RATE = 0;

    private final StudentTrainer trainer;
    private final Evaluation evaluation;
    private final NDManager manager;
    private final WarmStopwatch watch;
    private final Map<LabelType, Passes> passes = new EnumMap<>(LabelType.class);
    private final Map<TrainingSet, Double> loading = new EnumMap<>(TrainingSet.class);

    /** Seconds of a student for one image. */
    private record Passes(double training, double testing) {}

    /**
     * Creates a timing.
     *
     * @param manager parent of all temporary tensors; none of them remains
     * @param watch stopwatch of all measurements
     */
    StudentTiming(Evaluation evaluation, StudentTrainer trainer, NDManager manager, WarmStopwatch watch) {
        this.evaluation = evaluation;
        this.trainer = trainer;
        this.manager = manager;
        this.watch = watch;
    }

    /** Returns the largest number of images per step of some training sets. */
    public int batchSize(Collection<TrainingSet> sets) {
        int most = sets.stream().mapToInt(set -> images(set).trainCount()).max().orElse(SMALLEST_BATCH);
        return Math.min(evaluation.config().batchSize(), most);
    }

    /**
     * Returns the seconds per step of a student, with the step's share of all measurements on the test split.
     *
     * @param set its training set
     * @param labels labels that it learns from
     */
    public double secondsPerStep(TrainingSet set, LabelType labels) {
        ImageDataset images = images(set);
        Passes measured = passes.computeIfAbsent(labels, this::passes);
        double loaded = loading.computeIfAbsent(set, each -> loading(images))
                / PrefetchPolicy.ofThisMachine().threads();
        int perEpoch =
                StudentBatches.perEpoch(images.trainCount(), evaluation.config().batchSize());
        double imagesPerStep = Math.min(
                (double) images.trainCount() / perEpoch, evaluation.config().batchSize());
        double tested = testedImagesPerStep(
                evaluation.config().measuring().measurements(), images.testCount(), evaluation.steps());
        return imagesPerStep * Math.max(measured.training(), loaded) + tested * measured.testing();
    }

    /** Returns the number of test images per step; a student is measured at most once after every step. */
    static double testedImagesPerStep(int measurements, int testImages, int steps) {
        return (double) Math.min(measurements, steps) * testImages / steps;
    }

    /** Returns a dataset that is loaded like a training set; random real images are in memory like distilled ones. */
    private ImageDataset images(TrainingSet set) {
        return evaluation
                .sets()
                .of(new StudentTask(
                        set == TrainingSet.RANDOM_REAL ? TrainingSet.DISTILLED : set, LabelType.HARD, FIRST_STUDENT));
    }

    private Passes passes(LabelType labels) {
        ImageDataset images = images(TrainingSet.DISTILLED);
        try (NDManager own = manager.newSubManager();
                Network network = trainer.fresh(FIRST_STUDENT, images, own)) {
            StudentStep student = new StudentStep(trainer, labels, network, own);
            StudentBatch few = batch(images, SMALLEST_BATCH, labels);
            double small = watch.seconds(() -> step(student, few));
            int size = affordable(small / SMALLEST_BATCH, images);
            StudentBatch batch = batch(images, size, labels);
            double training = size == SMALLEST_BATCH ? small : watch.seconds(() -> step(student, batch));
            return new Passes(training / size, testing(student.measured(), images, own));
        }
    }

    /** Returns the seconds per test image, measured with one batch of an evaluation on the test split. */
    private double testing(Network network, ImageDataset images, NDManager own) {
        ImageBatch batch = new TestSetEvaluator(images, trainer.normalization()).firstImages();
        int[] few = IntStream.range(0, Math.min(LOADED, batch.count())).toArray();
        double loaded = watch.seconds(() -> images.images(Split.TEST, few))
                / few.length
                / PrefetchPolicy.ofThisMachine().threads();
        return Math.max(loaded, watch.seconds(() -> test(network, batch, own)) / batch.count());
    }

    private void step(StudentStep student, StudentBatch batch) {
        student.make(batch, NO_RATE, seeds().generator(RandomPurpose.STUDENT_DROPOUT, FIRST_STUDENT, 0));
    }

    private void test(Network network, ImageBatch batch, NDManager own) {
        try (NDManager scope = own.newSubManager()) {
            NDArray images = trainer.normalization().toTensor(scope, batch, network.dataType());
            // Reading the numbers waits for the device.
            network.logits(images).toFloatArray();
        }
    }

    private int affordable(double secondsPerImage, ImageDataset images) {
        int most = Math.min(evaluation.config().batchSize(), images.trainCount());
        return (int) Math.max(SMALLEST_BATCH, Math.min(most, LONGEST_STEP / secondsPerImage));
    }

    private double loading(ImageDataset images) {
        return watch.seconds(() -> batch(images, LOADED, LabelType.HARD)) / Math.min(LOADED, images.trainCount());
    }

    /** Returns a batch; with logits of zero where those of the whole recipe are stored. */
    private StudentBatch batch(ImageDataset images, int size, LabelType labels) {
        StudentBatches batches = new StudentBatches(
                images,
                size,
                Augmentation.of(trainer.config()),
                MixPolicy.of(trainer.config()),
                seeds(),
                FIRST_STUDENT);
        try (OrderedPrefetch<?, StudentBatch> one = batches.steps(1, PrefetchPolicy.ofThisMachine())) {
            StudentBatch batch = one.next();
            if (labels == LabelType.HARD || !trainer.config().needsStoredLabels()) {
                return batch;
            }
            Shape shape = new Shape(batch.labels().length, images.classNames().size());
            StoredTensor zeros = new StoredTensor(
                    DataType.FLOAT16, shape, ByteBuffer.allocate(Math.toIntExact(shape.size() * Short.BYTES)));
            return new StudentBatch(batch.images(), batch.labels(), batch.augmented(), Optional.of(zeros));
        }
    }

    private SeedSequence seeds() {
        return new SeedSequence(trainer.seed());
    }
}
