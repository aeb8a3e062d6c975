package org.dwastudio.config;

import static org.dwastudio.config.ParameterRange.Scale.LINEAR;
import static org.dwastudio.config.ParameterRange.Scale.LOGARITHMIC;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** The numbers of a squeeze: the page of the studio, the configuration reader and validation all go through this list. */
public enum SqueezeParameter implements RecipeParameter<SqueezeConfig> {
    /**
     * Channels of the first stage. Networks of fewer than eight can be used but not trained: on a CPU PyTorch's gradient of
     * a strided 1×1 convolution of so few channels ends the process, or differs from run to run.
     */
    WIDTH(
            "width",
            range(8, 1024, 64, true, LOGARITHMIC),
            SqueezeConfig::width,
            (config, value) -> config.withWidth(value.intValue())),
    /** Passes over the training images. */
    EPOCHS(
            "epochs",
            range(1, 10_000, 200, true, LOGARITHMIC),
            SqueezeConfig::epochs,
            (config, value) -> config.withEpochs(value.intValue())),
    /** Images a step. */
    BATCH_SIZE(
            "batchSize",
            range(2, 8192, 128, true, LOGARITHMIC),
            SqueezeConfig::batchSize,
            (config, value) -> config.withBatchSize(value.intValue())),
    /** The rate at the start of the schedule. */
    LEARNING_RATE(
            "learningRate",
            range(1e-5, 10, 0.1, false, LOGARITHMIC),
            SqueezeConfig::learningRate,
            SqueezeConfig::withLearningRate),
    /** SGD's momentum. */
    MOMENTUM("momentum", range(0, 0.9999, 0.9, false, LINEAR), SqueezeConfig::momentum, SqueezeConfig::withMomentum),
    /** L2 penalty added to the gradient. */
    WEIGHT_DECAY(
            "weightDecay",
            range(0, 0.1, 5e-4, false, LOGARITHMIC),
            SqueezeConfig::weightDecay,
            SqueezeConfig::withWeightDecay),
    /** Epochs in which the rate rises. */
    WARM_UP_EPOCHS(
            "warmUpEpochs",
            range(0, 100, 0, true, LINEAR),
            SqueezeConfig::warmUpEpochs,
            (config, value) -> config.withWarmUpEpochs(value.intValue())),
    /** Share of the target spread evenly over all classes. */
    LABEL_SMOOTHING(
            "labelSmoothing",
            range(0, 0.5, 0, false, LINEAR),
            SqueezeConfig::labelSmoothing,
            SqueezeConfig::withLabelSmoothing),
    /** Pixels of black around an image before it is cropped. */
    CROP_PADDING(
            "cropPadding",
            range(0, 64, 4, true, LINEAR),
            SqueezeConfig::cropPadding,
            (config, value) -> config.withCropPadding(value.intValue())),
    /** Smallest share of an image that a resized crop keeps. */
    SMALLEST_AREA(
            "smallestArea",
            range(0.01, 1, 0.08, false, LINEAR),
            SqueezeConfig::smallestArea,
            SqueezeConfig::withSmallestArea);

    private final String key;
    private final ParameterRange range;
    private final ToDoubleFunction<SqueezeConfig> getter;
    private final BiFunction<SqueezeConfig, Double, SqueezeConfig> wither;

    SqueezeParameter(
            String key,
            ParameterRange range,
            ToDoubleFunction<SqueezeConfig> getter,
            BiFunction<SqueezeConfig, Double, SqueezeConfig> wither) {
        this.key = key;
        this.range = range;
        this.getter = getter;
        this.wither = wither;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public ParameterRange range() {
        return range;
    }

    @Override
    public double in(SqueezeConfig config) {
        return getter.applyAsDouble(config);
    }

    @Override
    public SqueezeConfig replacedIn(SqueezeConfig config, double value) {
        return wither.apply(config, value);
    }

    private static ParameterRange range(
            double min, double max, double paper, boolean integer, ParameterRange.Scale scale) {
        return new ParameterRange(min, max, paper, paper, integer, scale, TakesEffect.NEXT_RUN);
    }
}
