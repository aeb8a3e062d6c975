package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.nn.Network;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.batch.MixPolicy;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.weights.StoredTensor;

/**
 * Measured durations of student training. A few small steps are made per kind of label, and a few images are loaded per
 * training set; larger batches are extrapolated.
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
    private final WarmStopwatch watch = new WarmStopwatch();
    private final Map<LabelType, Passes> passes = new EnumMap<>(LabelType.class);
    private final Map<TrainingSet, Double> loading = new EnumMap<>(TrainingSet.class);

    /** Seconds of a student for one image. */
    private record Passes(double training, double testing) {}

    /**
     * Creates a timing.
     *
     * @param manager parent of all temporary tensors; none of them remains
     */
    public StudentTiming(Evaluation evaluation, StudentTrainer trainer, NDManager manager) {
        this.evaluation = evaluation;
        this.trainer = trainer;
        this.manager = manager;
    }

    /** Returns the number of images per step. */
    public int batchSize() {
        return Math.min(
                evaluation.config().batchSize(), evaluation.sets().distilled().count());
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
        double imagesPerStep = Math.min((double) images.trainCount() / perEpoch, batchSize());
        double tests =
                (double) evaluation.config().measuring().measurements() * images.testCount() / evaluation.steps();
        return imagesPerStep * Math.max(measured.training(), loaded) + tests * measured.testing();
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
            int size = affordable(watch.seconds(() -> step(student, few)) / SMALLEST_BATCH, images);
            StudentBatch batch = batch(images, size, labels);
            double training = watch.seconds(() -> step(student, batch));
            double testing = watch.seconds(() -> test(student.measured(), batch, own));
            return new Passes(training / size, testing / size);
        }
    }

    private void step(StudentStep student, StudentBatch batch) {
        student.make(batch, NO_RATE, seeds().generator(RandomPurpose.STUDENT_DROPOUT, FIRST_STUDENT, 0));
    }

    private void test(Network network, StudentBatch batch, NDManager own) {
        try (NDManager scope = own.newSubManager()) {
            NDArray images = batch.images(scope, trainer.normalization());
            // Reading the numbers waits for the device.
            network.logits(images).toFloatArray();
        }
    }

    private int affordable(double secondsPerImage, ImageDataset images) {
        int most = Math.min(batchSize(), images.trainCount());
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
            return new StudentBatch(batch.images(), batch.labels(), batch.views(), Optional.of(zeros));
        }
    }

    private SeedSequence seeds() {
        return new SeedSequence(trainer.seed());
    }
}
