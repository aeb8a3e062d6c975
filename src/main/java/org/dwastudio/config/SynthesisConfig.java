package org.dwastudio.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that decides a synthesis. SRe2L and the controls of the paper are values of these same fields.
 *
 * @param imagesPerClass ipc, the number of columns
 * @param iterations T, pixel steps of a column
 * @param learningRate rate of Adam at the start of the cosine
 * @param rho ρ, length of the weight adjustment; 0 switches it off
 * @param ascentSteps K, steps that ρ is divided into
 * @param direction where the adjustment points
 * @param batchNormWeight r_bn
 * @param varianceWeight r_var
 * @param firstLayerMultiplier m₁
 * @param regressionWeight w_r, of the feature regression beside the cross-entropy; 0 leaves it out
 * @param regressionStudents students in training whose features take turns
 * @param studentSteps after which a student begins anew
 * @param studentWidth channels of a student
 * @param regressionImages real images of each class that a column is measured by
 * @param ridge λ of the regression, as a share of the kernel's mean diagonal
 * @param jitter largest cyclic shift of a view, in pixels
 * @param view how a view is drawn from the images
 * @param batchSize most images synthesised together; more classes than this are cut into slices
 * @param adamBeta1 β₁
 * @param adamBeta2 β₂
 * @param adamEpsilon ε
 * @param start what the pixels are before the first step
 * @param startFile the tensor file of {@link StartImages#TENSOR}, npz or safetensors with {@code images} [N, C, H, W]
 *     (normalised) and {@code labels} [N]
 * @param order whether columns run one by one or in turns
 * @param precision number format of the computation
 * @param ipcStart first column of the part of the run that is computed; 0 begins with the first
 * @param ipcEnd column before which that part ends; 0 goes to the last. Every column comes out as in the whole run
 */
public record SynthesisConfig(
        int imagesPerClass,
        int iterations,
        double learningRate,
        double rho,
        int ascentSteps,
        Direction direction,
        double batchNormWeight,
        double varianceWeight,
        double firstLayerMultiplier,
        double regressionWeight,
        int regressionStudents,
        int studentSteps,
        int studentWidth,
        int regressionImages,
        double ridge,
        int jitter,
        View view,
        int batchSize,
        double adamBeta1,
        double adamBeta2,
        double adamEpsilon,
        StartImages start,
        Optional<Path> startFile,
        Order order,
        Precision precision,
        int ipcStart,
        int ipcEnd) {
    /** A column, or 0. */
    public static final ParameterRange COLUMN = new ParameterRange(
            0,
            SynthesisParameter.IMAGES_PER_CLASS.range().max(),
            0,
            0,
            true,
            ParameterRange.Scale.LINEAR,
            TakesEffect.NEXT_RUN);

    /** Where the weight adjustment points. */
    public enum Direction {
        /** Up the gradient of the cross-entropy, recomputed at each of the K steps. */
        GRADIENT,
        /** A random direction of the same length: the control that tells whether the direction matters. */
        RANDOM
    }

    /** How a view is drawn from the images. */
    public enum View {
        /** A cyclic shift (CIFAR and smaller). */
        SHIFT,
        /** A random resized crop and a horizontal flip, then the shift (Tiny-ImageNet and larger). */
        RANDOM_RESIZED_CROP
    }

    /** What the pixels are before the first step. */
    public enum StartImages {
        /** One real training image of each class. */
        REAL,
        /**
         * Of each class as many clusters of training images as there are images per class, by the teacher's features, and
         * of each cluster the image nearest to its centre.
         */
        MEDOID,
        /** Standard normal values in normalised space. */
        NOISE,
        /** The tensor of {@link SynthesisConfig#startFile()}. */
        TENSOR
    }

    /** The order in which columns advance. */
    public enum Order {
        COLUMN_BY_COLUMN,
        /** Columns take turns, so that the whole picture grid evolves together. */
        ALL_AT_ONCE
    }

    /** The number format of the computation. */
    public enum Precision {
        FLOAT32,
        FLOAT64,
        /** Convolutions in bfloat16, everything else in float32. */
        MIXED,
        /** Convolutions in float16 with a loss scale, everything else in float32. */
        HALF
    }

    /** The published values for CIFAR. */
    public static SynthesisConfig paper() {
        return new SynthesisConfig(
                10,
                1000,
                0.25,
                0.015,
                12,
                Direction.GRADIENT,
                0.01,
                11,
                10,
                0,
                2,
                400,
                16,
                100,
                0.01,
                4,
                View.SHIFT,
                100,
                0.5,
                0.9,
                1e-8,
                StartImages.REAL,
                Optional.empty(),
                Order.COLUMN_BY_COLUMN,
                Precision.FLOAT32,
                0,
                0);
    }

    /** The published values for Tiny-ImageNet. */
    public static SynthesisConfig paperTinyImageNet() {
        return paper().withImagesPerClass(50)
                .withIterations(2000)
                .withLearningRate(0.1)
                .withBatchSize(200)
                .withView(View.RANDOM_RESIZED_CROP);
    }

    /** The published values for ImageNet-1K. */
    public static SynthesisConfig paperImageNet() {
        return paper().withImagesPerClass(50)
                .withIterations(2000)
                .withAscentSteps(15)
                .withVarianceWeight(2)
                .withJitter(32)
                .withView(View.RANDOM_RESIZED_CROP);
    }

    /** SRe2L's values: noise start, unadjusted teacher. */
    public static SynthesisConfig sre2l() {
        return paper().withStart(StartImages.NOISE)
                .withRho(0)
                .withVarianceWeight(1)
                .withLearningRate(0.1);
    }

    public SynthesisConfig withImagesPerClass(int other) {
        return edited(draft -> draft.imagesPerClass = other);
    }

    public SynthesisConfig withIterations(int other) {
        return edited(draft -> draft.iterations = other);
    }

    public SynthesisConfig withLearningRate(double other) {
        return edited(draft -> draft.learningRate = other);
    }

    public SynthesisConfig withRho(double other) {
        return edited(draft -> draft.rho = other);
    }

    public SynthesisConfig withAscentSteps(int other) {
        return edited(draft -> draft.ascentSteps = other);
    }

    public SynthesisConfig withDirection(Direction other) {
        return edited(draft -> draft.direction = other);
    }

    public SynthesisConfig withBatchNormWeight(double other) {
        return edited(draft -> draft.batchNormWeight = other);
    }

    public SynthesisConfig withVarianceWeight(double other) {
        return edited(draft -> draft.varianceWeight = other);
    }

    public SynthesisConfig withFirstLayerMultiplier(double other) {
        return edited(draft -> draft.firstLayerMultiplier = other);
    }

    public SynthesisConfig withRegressionWeight(double other) {
        return edited(draft -> draft.regressionWeight = other);
    }

    public SynthesisConfig withRegressionStudents(int other) {
        return edited(draft -> draft.regressionStudents = other);
    }

    public SynthesisConfig withStudentSteps(int other) {
        return edited(draft -> draft.studentSteps = other);
    }

    public SynthesisConfig withStudentWidth(int other) {
        return edited(draft -> draft.studentWidth = other);
    }

    public SynthesisConfig withRegressionImages(int other) {
        return edited(draft -> draft.regressionImages = other);
    }

    public SynthesisConfig withRidge(double other) {
        return edited(draft -> draft.ridge = other);
    }

    public SynthesisConfig withJitter(int other) {
        return edited(draft -> draft.jitter = other);
    }

    public SynthesisConfig withView(View other) {
        return edited(draft -> draft.view = other);
    }

    public SynthesisConfig withBatchSize(int other) {
        return edited(draft -> draft.batchSize = other);
    }

    public SynthesisConfig withAdamBeta1(double other) {
        return edited(draft -> draft.adamBeta1 = other);
    }

    public SynthesisConfig withAdamBeta2(double other) {
        return edited(draft -> draft.adamBeta2 = other);
    }

    public SynthesisConfig withAdamEpsilon(double other) {
        return edited(draft -> draft.adamEpsilon = other);
    }

    public SynthesisConfig withStart(StartImages other) {
        return edited(draft -> draft.start = other);
    }

    public SynthesisConfig withStartFile(Optional<Path> other) {
        return edited(draft -> draft.startFile = other);
    }

    public SynthesisConfig withOrder(Order other) {
        return edited(draft -> draft.order = other);
    }

    public SynthesisConfig withPrecision(Precision other) {
        return edited(draft -> draft.precision = other);
    }

    public SynthesisConfig withIpcStart(int other) {
        return edited(draft -> draft.ipcStart = other);
    }

    public SynthesisConfig withIpcEnd(int other) {
        return edited(draft -> draft.ipcEnd = other);
    }

    /** The column before which the computed part ends: {@link #imagesPerClass()} unless {@link #ipcEnd()} says less. */
    public int endColumn() {
        return ipcEnd == 0 ? imagesPerClass : Math.min(ipcEnd, imagesPerClass);
    }

    /** The same synthesis without a range: the run that this may be a part of. */
    public SynthesisConfig whole() {
        return withIpcStart(0).withIpcEnd(0);
    }

    private SynthesisConfig edited(Consumer<SynthesisDraft> edit) {
        SynthesisDraft draft = new SynthesisDraft(this);
        edit.accept(draft);
        return draft.finished();
    }
}
