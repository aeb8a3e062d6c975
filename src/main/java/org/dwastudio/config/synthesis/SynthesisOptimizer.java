package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_COLUMN;
import static org.dwastudio.config.setting.TakesEffect.NEXT_ITERATION;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * Adam on the pixels.
 *
 * @param learningRate rate at the start of the cosine, 0.0001 to 10
 * @param beta1 β₁, 0 to 0.999
 * @param beta2 β₂, 0 to 0.9999
 * @param epsilon ε, 1e-12 to 0.01
 */
@RecordBuilder
public record SynthesisOptimizer(double learningRate, double beta1, double beta2, double epsilon)
        implements SynthesisOptimizerBuilder.With {
    private static final SettingGroup<SynthesisConfig, SynthesisOptimizer> GROUP =
            new SettingGroup<>("synthesis", SynthesisConfig::optimizer, SynthesisConfig::withOptimizer);

    /** The rate of Adam at the start of the cosine. */
    public static final Parameter<SynthesisConfig> LEARNING_RATE = GROUP.number(
            "learningRate",
            ParameterRange.of(0.0001, 10, 0.25).logarithmic().from(NEXT_ITERATION),
            SynthesisOptimizer::learningRate,
            SynthesisOptimizer::withLearningRate);
    /** β₁ of Adam. */
    public static final Parameter<SynthesisConfig> BETA_1 = GROUP.number(
                    "adamBeta1",
                    ParameterRange.of(0, 0.999, 0.5).from(NEXT_COLUMN),
                    SynthesisOptimizer::beta1,
                    SynthesisOptimizer::withBeta1)
            .advanced();
    /** β₂ of Adam. */
    public static final Parameter<SynthesisConfig> BETA_2 = GROUP.number(
                    "adamBeta2",
                    ParameterRange.of(0, 0.9999, 0.9).from(NEXT_COLUMN),
                    SynthesisOptimizer::beta2,
                    SynthesisOptimizer::withBeta2)
            .advanced();
    /** ε of Adam. */
    public static final Parameter<SynthesisConfig> EPSILON = GROUP.number(
                    "adamEpsilon",
                    ParameterRange.of(1e-12, 1e-2, 1e-8).logarithmic().from(NEXT_COLUMN),
                    SynthesisOptimizer::epsilon,
                    SynthesisOptimizer::withEpsilon)
            .advanced();

    /** Returns the published values for CIFAR. */
    static SynthesisOptimizer paper() {
        return new SynthesisOptimizer(LEARNING_RATE.paper(), BETA_1.paper(), BETA_2.paper(), EPSILON.paper());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(LEARNING_RATE, BETA_1, BETA_2, EPSILON);
    }
}
