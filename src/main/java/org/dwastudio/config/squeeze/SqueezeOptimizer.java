package org.dwastudio.config.squeeze;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * SGD with momentum, and the schedule of its rate.
 *
 * @param learningRate rate at the start of the schedule, 1e-5 to 10
 * @param momentum momentum, 0 to 0.9999
 * @param nesterov whether the momentum looks ahead
 * @param weightDecay L2 penalty added to the gradient, 0 to 0.1
 * @param warmUpEpochs epochs in which the rate rises to {@code learningRate}, 0 to 100; part of all epochs
 * @param schedule decay of the rate from epoch to epoch
 */
@RecordBuilder
public record SqueezeOptimizer(
        double learningRate, double momentum, boolean nesterov, double weightDecay, int warmUpEpochs, Schedule schedule)
        implements SqueezeOptimizerBuilder.With {
    private static final SettingGroup<SqueezeConfig, SqueezeOptimizer> GROUP =
            new SettingGroup<>("training", SqueezeConfig::optimizer, SqueezeConfig::withOptimizer);

    /** The rate at the start of the schedule. */
    public static final Parameter<SqueezeConfig> LEARNING_RATE = GROUP.number(
            "learningRate",
            ParameterRange.of(1e-5, 10, 0.1).logarithmic(),
            SqueezeOptimizer::learningRate,
            SqueezeOptimizer::withLearningRate);
    /** SGD's momentum. */
    public static final Parameter<SqueezeConfig> MOMENTUM = GROUP.number(
            "momentum", ParameterRange.of(0, 0.9999, 0.9), SqueezeOptimizer::momentum, SqueezeOptimizer::withMomentum);
    /** The L2 penalty added to the gradient. */
    public static final Parameter<SqueezeConfig> WEIGHT_DECAY = GROUP.number(
            "weightDecay",
            ParameterRange.of(0, 0.1, 5e-4).logarithmic(),
            SqueezeOptimizer::weightDecay,
            SqueezeOptimizer::withWeightDecay);
    /** The epochs in which the rate rises. */
    public static final Parameter<SqueezeConfig> WARM_UP_EPOCHS = GROUP.whole(
            "warmUpEpochs",
            ParameterRange.of(0, 100, 0).whole(),
            SqueezeOptimizer::warmUpEpochs,
            SqueezeOptimizer::withWarmUpEpochs);

    private static final Setting<SqueezeConfig> NESTEROV =
            GROUP.flag("nesterov", SqueezeOptimizer::nesterov, SqueezeOptimizer::withNesterov);
    private static final Setting<SqueezeConfig> SCHEDULE =
            GROUP.choice("schedule", Schedule.class, SqueezeOptimizer::schedule, SqueezeOptimizer::withSchedule);

    /** Decay of the rate from epoch to epoch. */
    public enum Schedule {
        /** Along half a cosine, to zero. */
        COSINE,
        /** A tenth after every third of the epochs, as torchvision's reference recipe does with 30 of 90. */
        STEP,
        CONSTANT
    }

    /** Returns the published values for CIFAR. */
    static SqueezeOptimizer paper() {
        return new SqueezeOptimizer(
                LEARNING_RATE.paper(),
                MOMENTUM.paper(),
                false,
                WEIGHT_DECAY.paper(),
                WARM_UP_EPOCHS.wholePaper(),
                Schedule.COSINE);
    }

    static Stream<Setting<SqueezeConfig>> settings() {
        return Stream.of(LEARNING_RATE, MOMENTUM, WEIGHT_DECAY, WARM_UP_EPOCHS, NESTEROV, SCHEDULE);
    }
}
