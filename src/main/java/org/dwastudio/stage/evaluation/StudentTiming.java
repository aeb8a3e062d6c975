package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.train.batch.StudentBatches;

/**
 * Measured durations of student training. A few small steps are made and one batch is tested per kind of label, and a few
 * images are loaded per training set; larger batches are extrapolated.
 */
public final class StudentTiming {
    private static final double LONGEST_STEP = 0.4;
    private static final int LOADED = 8;

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
        int most = sets.stream().mapToInt(set -> images(set).trainCount()).max().orElse(TrialStudents.SMALLEST_BATCH);
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

    private ImageDataset images(TrainingSet set) {
        return TrialStudents.images(evaluation, set);
    }

    private Passes passes(LabelType labels) {
        ImageDataset images = images(TrainingSet.DISTILLED);
        TrialStudents trials = new TrialStudents(evaluation, trainer, labels);
        try (NDManager own = manager.newSubManager()) {
            TrialStudents.Trial few = trials.open(TrialStudents.SMALLEST_BATCH, own);
            double small = watch.seconds(() -> trials.step(few));
            int size = affordable(small / TrialStudents.SMALLEST_BATCH, trials.largestBatch());
            TrialStudents.Trial several = few.with(trials.batch(images, size));
            double training = size == TrialStudents.SMALLEST_BATCH ? small : watch.seconds(() -> trials.step(several));
            return new Passes(training / size, testing(few.student().measured(), images, own));
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

    private void test(Network network, ImageBatch batch, NDManager own) {
        try (NDManager scope = own.newSubManager()) {
            NDArray images = trainer.normalization().toTensor(scope, batch, network.dataType());
            // Reading the numbers waits for the device.
            network.logits(images).toFloatArray();
        }
    }

    private static int affordable(double secondsPerImage, int most) {
        return (int) Math.max(TrialStudents.SMALLEST_BATCH, Math.min(most, LONGEST_STEP / secondsPerImage));
    }

    private double loading(ImageDataset images) {
        TrialStudents hard = new TrialStudents(evaluation, trainer, LabelType.HARD);
        return watch.seconds(() -> hard.batch(images, LOADED)) / Math.min(LOADED, images.trainCount());
    }
}
