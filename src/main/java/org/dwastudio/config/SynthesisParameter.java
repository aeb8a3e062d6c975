package org.dwastudio.config;

import static org.dwastudio.config.ParameterRange.Scale.LINEAR;
import static org.dwastudio.config.ParameterRange.Scale.LOGARITHMIC;
import static org.dwastudio.config.TakesEffect.NEXT_COLUMN;
import static org.dwastudio.config.TakesEffect.NEXT_ITERATION;
import static org.dwastudio.config.TakesEffect.NEXT_RUN;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of a synthesis: each with its range and the way to read and replace it in a {@link SynthesisConfig}.
 * Sliders, the configuration reader, validation and recorded tuning changes all go through this list.
 */
public enum SynthesisParameter {
    /** ρ, the length of the directed weight adjustment (equation 8 of the paper). */
    RHO(
            "rho",
            Group.ADJUSTMENT,
            new ParameterRange(0, 0.5, 0.015, 0.015, false, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::rho,
            SynthesisConfig::withRho),
    /** K, the number of ascent steps that ρ is divided into. */
    ASCENT_STEPS(
            "ascentSteps",
            Group.ADJUSTMENT,
            new ParameterRange(1, 50, 12, 12, true, LINEAR, NEXT_COLUMN),
            SynthesisConfig::ascentSteps,
            (config, value) -> config.withAscentSteps(value.intValue())),
    /** ipc, the number of synthetic images of every class. */
    IMAGES_PER_CLASS(
            "imagesPerClass",
            Group.SYNTHESIS,
            new ParameterRange(1, 1000, 10, 10, true, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::imagesPerClass,
            (config, value) -> config.withImagesPerClass(value.intValue())),
    /** T, the number of pixel steps of a column. */
    ITERATIONS(
            "iterations",
            Group.SYNTHESIS,
            new ParameterRange(1, 20000, 300, 1000, true, LOGARITHMIC, NEXT_ITERATION),
            SynthesisConfig::iterations,
            (config, value) -> config.withIterations(value.intValue())),
    /** The rate of Adam at the start of the cosine. */
    LEARNING_RATE(
            "learningRate",
            Group.SYNTHESIS,
            new ParameterRange(0.0001, 10, 0.25, 0.25, false, LOGARITHMIC, NEXT_ITERATION),
            SynthesisConfig::learningRate,
            SynthesisConfig::withLearningRate),
    /** The largest cyclic shift of a view, in pixels. */
    JITTER(
            "jitter",
            Group.SYNTHESIS,
            new ParameterRange(0, 64, 4, 4, true, LINEAR, NEXT_ITERATION),
            SynthesisConfig::jitter,
            (config, value) -> config.withJitter(value.intValue())),
    /** r_bn, the weight of the batch-norm loss beside the cross-entropy. */
    BATCH_NORM_WEIGHT(
            "batchNormWeight",
            Group.ALIGNMENT,
            new ParameterRange(0, 10, 0.01, 0.01, false, LOGARITHMIC, NEXT_ITERATION),
            SynthesisConfig::batchNormWeight,
            SynthesisConfig::withBatchNormWeight),
    /** r_var, the weight of the variances beside the means. */
    VARIANCE_WEIGHT(
            "varianceWeight",
            Group.ALIGNMENT,
            new ParameterRange(0, 100, 11, 11, false, LOGARITHMIC, NEXT_ITERATION),
            SynthesisConfig::varianceWeight,
            SynthesisConfig::withVarianceWeight),
    /** m₁, how much more the first batch-norm layer counts than the others. */
    FIRST_LAYER_MULTIPLIER(
            "firstLayerMultiplier",
            Group.ALIGNMENT,
            new ParameterRange(0, 100, 10, 10, false, LOGARITHMIC, NEXT_ITERATION),
            SynthesisConfig::firstLayerMultiplier,
            SynthesisConfig::withFirstLayerMultiplier),
    /** w_r, the weight of the feature regression beside the cross-entropy. */
    REGRESSION_WEIGHT(
            "regressionWeight",
            Group.REGRESSION,
            new ParameterRange(0, 1000, 0, 0, false, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::regressionWeight,
            SynthesisConfig::withRegressionWeight),
    /** The number of students in training whose features the regression is made with, by turns. */
    REGRESSION_STUDENTS(
            "regressionStudents",
            Group.ADVANCED,
            new ParameterRange(1, 100, 2, 2, true, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::regressionStudents,
            (config, value) -> config.withRegressionStudents(value.intValue())),
    /** The number of training steps after which a student begins anew. */
    STUDENT_STEPS(
            "studentSteps",
            Group.ADVANCED,
            new ParameterRange(1, 10000, 400, 400, true, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::studentSteps,
            (config, value) -> config.withStudentSteps(value.intValue())),
    /** The channels of a student, a ConvNet-3. */
    STUDENT_WIDTH(
            "studentWidth",
            Group.ADVANCED,
            new ParameterRange(1, 512, 16, 16, true, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::studentWidth,
            (config, value) -> config.withStudentWidth(value.intValue())),
    /** The number of real images of each class that a column's regression is measured by. */
    REGRESSION_IMAGES(
            "regressionImages",
            Group.ADVANCED,
            new ParameterRange(1, 10000, 100, 100, true, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::regressionImages,
            (config, value) -> config.withRegressionImages(value.intValue())),
    /** λ of the regression, as a share of the kernel's mean diagonal. */
    RIDGE(
            "ridge",
            Group.ADVANCED,
            new ParameterRange(1e-6, 1, 0.01, 0.01, false, LOGARITHMIC, NEXT_ITERATION),
            SynthesisConfig::ridge,
            SynthesisConfig::withRidge),
    /** The largest number of images that are synthesised together. */
    BATCH_SIZE(
            "batchSize",
            Group.ADVANCED,
            new ParameterRange(1, 4096, 100, 100, true, LOGARITHMIC, NEXT_RUN),
            SynthesisConfig::batchSize,
            (config, value) -> config.withBatchSize(value.intValue())),
    /** β₁ of Adam. */
    ADAM_BETA_1(
            "adamBeta1",
            Group.ADVANCED,
            new ParameterRange(0, 0.999, 0.5, 0.5, false, LINEAR, NEXT_COLUMN),
            SynthesisConfig::adamBeta1,
            SynthesisConfig::withAdamBeta1),
    /** β₂ of Adam. */
    ADAM_BETA_2(
            "adamBeta2",
            Group.ADVANCED,
            new ParameterRange(0, 0.9999, 0.9, 0.9, false, LINEAR, NEXT_COLUMN),
            SynthesisConfig::adamBeta2,
            SynthesisConfig::withAdamBeta2),
    /** ε of Adam. */
    ADAM_EPSILON(
            "adamEpsilon",
            Group.ADVANCED,
            new ParameterRange(1e-12, 1e-2, 1e-8, 1e-8, false, LOGARITHMIC, NEXT_COLUMN),
            SynthesisConfig::adamEpsilon,
            SynthesisConfig::withAdamEpsilon);

    /** The heading under which a parameter is shown. */
    public enum Group {
        ADJUSTMENT,
        SYNTHESIS,
        ALIGNMENT,
        REGRESSION,
        ADVANCED
    }

    private final String key;
    private final Group group;
    private final ParameterRange range;
    private final ToDoubleFunction<SynthesisConfig> getter;
    private final BiFunction<SynthesisConfig, Double, SynthesisConfig> wither;

    SynthesisParameter(
            String key,
            Group group,
            ParameterRange range,
            ToDoubleFunction<SynthesisConfig> getter,
            BiFunction<SynthesisConfig, Double, SynthesisConfig> wither) {
        this.key = key;
        this.group = group;
        this.range = range;
        this.getter = getter;
        this.wither = wither;
    }

    /** The name in files and on the command line, for example {@code rho}. */
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public ParameterRange range() {
        return range;
    }

    public double in(SynthesisConfig config) {
        return getter.applyAsDouble(config);
    }

    /** The same configuration with this parameter replaced; the value is not checked here. */
    public SynthesisConfig replacedIn(SynthesisConfig config, double value) {
        return wither.apply(config, value);
    }

    public static Optional<SynthesisParameter> byKey(String key) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.key.equals(key))
                .findFirst();
    }
}
