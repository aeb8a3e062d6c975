package org.dwastudio.config;

import static org.dwastudio.config.ParameterRange.Scale.LINEAR;
import static org.dwastudio.config.ParameterRange.Scale.LOGARITHMIC;

import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** The numbers of an evaluation: the configuration reader and validation go through this list. */
public enum EvaluationParameter implements RecipeParameter<EvaluationConfig> {
    /** How many students are trained on each set. */
    STUDENTS(
            "students",
            range(1, 100, 3, true, LINEAR),
            EvaluationConfig::students,
            (draft, value) -> draft.students = value.intValue()),
    /** Channels of the first stage; {@link SqueezeParameter#WIDTH} tells why not fewer. */
    WIDTH(
            "width",
            range(8, 1024, 64, true, LOGARITHMIC),
            EvaluationConfig::width,
            (draft, value) -> draft.width = value.intValue()),
    /** Passes over the distilled set. */
    EPOCHS(
            "epochs",
            range(1, 100_000, 400, true, LOGARITHMIC),
            EvaluationConfig::epochs,
            (draft, value) -> draft.epochs = value.intValue()),
    /** Images a step. */
    BATCH_SIZE(
            "batchSize",
            range(2, 8192, 128, true, LOGARITHMIC),
            EvaluationConfig::batchSize,
            (draft, value) -> draft.batchSize = value.intValue()),
    /** The rate at the start of the schedule. */
    LEARNING_RATE(
            "learningRate",
            range(1e-6, 10, 1e-3, false, LOGARITHMIC),
            EvaluationConfig::learningRate,
            (draft, value) -> draft.learningRate = value),
    /** SGD's momentum. */
    MOMENTUM(
            "momentum",
            range(0, 0.9999, 0.9, false, LINEAR),
            EvaluationConfig::momentum,
            (draft, value) -> draft.momentum = value),
    /** AdamW's decoupled decay, or SGD's L2 penalty. */
    WEIGHT_DECAY(
            "weightDecay",
            range(0, 1, 0.01, false, LOGARITHMIC),
            EvaluationConfig::weightDecay,
            (draft, value) -> draft.weightDecay = value),
    /** Epochs in which the rate rises. */
    WARM_UP_EPOCHS(
            "warmUpEpochs",
            range(0, 1000, 0, true, LINEAR),
            EvaluationConfig::warmUpEpochs,
            (draft, value) -> draft.warmUpEpochs = value.intValue()),
    /** Pixels of black around an image before it is cropped. */
    CROP_PADDING(
            "cropPadding",
            range(0, 64, 4, true, LINEAR),
            EvaluationConfig::cropPadding,
            (draft, value) -> draft.cropPadding = value.intValue()),
    /** Smallest share of an image that a resized crop keeps. */
    SMALLEST_AREA(
            "smallestArea",
            range(0.01, 1, 0.08, false, LINEAR),
            EvaluationConfig::smallestArea,
            (draft, value) -> draft.smallestArea = value),
    /** α of the Beta(α, α) that the shares of a mix come from. */
    MIX_ALPHA(
            "mixAlpha",
            range(0.01, 10, 0.8, false, LOGARITHMIC),
            EvaluationConfig::mixAlpha,
            (draft, value) -> draft.mixAlpha = value),
    /** τ of the soft labels. */
    TEMPERATURE(
            "temperature",
            range(0.1, 1000, 30, false, LOGARITHMIC),
            EvaluationConfig::temperature,
            (draft, value) -> draft.temperature = value),
    /** Weight of the cross-entropy with hard labels beside the squared difference. */
    HARD_WEIGHT(
            "hardWeight",
            range(0, 10, 0, false, LINEAR),
            EvaluationConfig::hardWeight,
            (draft, value) -> draft.hardWeight = value),
    /** Decay of the moving average of the weights; 0 for none. */
    AVERAGE_DECAY(
            "averageDecay",
            range(0, 0.99999, 0, false, LINEAR),
            EvaluationConfig::averageDecay,
            (draft, value) -> draft.averageDecay = value),
    /** How often the test split is looked at in a training. */
    MEASUREMENTS(
            "measurements",
            range(1, 100_000, 20, true, LOGARITHMIC),
            EvaluationConfig::measurements,
            (draft, value) -> draft.measurements = value.intValue());

    private final String key;
    private final ParameterRange range;
    private final ToDoubleFunction<EvaluationConfig> getter;
    private final BiConsumer<EvaluationDraft, Double> setter;

    EvaluationParameter(
            String key,
            ParameterRange range,
            ToDoubleFunction<EvaluationConfig> getter,
            BiConsumer<EvaluationDraft, Double> setter) {
        this.key = key;
        this.range = range;
        this.getter = getter;
        this.setter = setter;
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
    public double in(EvaluationConfig config) {
        return getter.applyAsDouble(config);
    }

    @Override
    public EvaluationConfig replacedIn(EvaluationConfig config, double value) {
        return config.edited(draft -> setter.accept(draft, value));
    }

    private static ParameterRange range(
            double min, double max, double paper, boolean integer, ParameterRange.Scale scale) {
        return new ParameterRange(min, max, paper, paper, integer, scale, TakesEffect.NEXT_RUN);
    }
}
