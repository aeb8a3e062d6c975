package org.dwastudio.config.evaluation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The optimizer of the students, and the schedule of its rate.
 *
 * @param kind algorithm
 * @param learningRate rate at the start of the schedule, 1e-6 to 10
 * @param momentum SGD's momentum, 0 to 0.9999
 * @param weightDecay AdamW's decoupled decay, or SGD's L2 penalty, 0 to 1
 * @param warmUpEpochs epochs in which the rate rises, 0 to 1000; part of all epochs
 * @param schedule decay of the rate from step to step
 */
@RecordBuilder
public record EvaluationOptimizer(
        Kind kind, double learningRate, double momentum, double weightDecay, int warmUpEpochs, Schedule schedule)
        implements EvaluationOptimizerBuilder.With {
    private static final SettingGroup<EvaluationConfig, EvaluationOptimizer> GROUP =
            new SettingGroup<>("training", EvaluationConfig::optimizer, EvaluationConfig::withOptimizer);

    /** The rate at the start of the schedule. */
    public static final Parameter<EvaluationConfig> LEARNING_RATE = GROUP.number(
            "learningRate",
            ParameterRange.of(1e-6, 10, 1e-3).logarithmic(),
            EvaluationOptimizer::learningRate,
            EvaluationOptimizer::withLearningRate);
    /** SGD's momentum. */
    public static final Parameter<EvaluationConfig> MOMENTUM = GROUP.number(
            "momentum",
            ParameterRange.of(0, 0.9999, 0.9),
            EvaluationOptimizer::momentum,
            EvaluationOptimizer::withMomentum);
    /** AdamW's decoupled decay, or SGD's L2 penalty. */
    public static final Parameter<EvaluationConfig> WEIGHT_DECAY = GROUP.number(
            "weightDecay",
            ParameterRange.of(0, 1, 0.01).logarithmic(),
            EvaluationOptimizer::weightDecay,
            EvaluationOptimizer::withWeightDecay);
    /** The epochs in which the rate rises. */
    public static final Parameter<EvaluationConfig> WARM_UP_EPOCHS = GROUP.whole(
            "warmUpEpochs",
            ParameterRange.of(0, 1000, 0).whole(),
            EvaluationOptimizer::warmUpEpochs,
            EvaluationOptimizer::withWarmUpEpochs);

    private static final Setting<EvaluationConfig> KIND =
            GROUP.choice("optimizer", Kind.class, EvaluationOptimizer::kind, EvaluationOptimizer::withKind);
    private static final Setting<EvaluationConfig> SCHEDULE =
            GROUP.choice("schedule", Schedule.class, EvaluationOptimizer::schedule, EvaluationOptimizer::withSchedule);

    /** Algorithm that turns gradients into steps. */
    public enum Kind {
        /** Loshchilov and Hutter 2019, β = 0.9 and 0.999. */
        ADAM_W,
        /** With momentum. */
        SGD
    }

    /** Decay of the rate from step to step. */
    public enum Schedule {
        /** ½(1 + cos(πt/T)): along half a cosine, to zero. */
        COSINE,
        /** ½(1 + cos(πt/2T)): along the first half of that, to half the rate (EDC, NeurIPS 2024). */
        HALF_COSINE,
        CONSTANT
    }

    /** Returns the published values for CIFAR. */
    static EvaluationOptimizer paper() {
        return new EvaluationOptimizer(
                Kind.ADAM_W,
                LEARNING_RATE.paper(),
                MOMENTUM.paper(),
                WEIGHT_DECAY.paper(),
                WARM_UP_EPOCHS.wholePaper(),
                Schedule.COSINE);
    }

    static Stream<Setting<EvaluationConfig>> settings() {
        return Stream.of(LEARNING_RATE, MOMENTUM, WEIGHT_DECAY, WARM_UP_EPOCHS, KIND, SCHEDULE);
    }
}
