package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_ITERATION;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The batch-norm loss: alignment of the images' statistics with those that the teacher's layers have stored.
 *
 * @param batchNormWeight r_bn, weight of the loss, 0 to 10
 * @param varianceWeight r_var, weight of the variances, 0 to 100; the means have weight 1
 * @param firstLayerMultiplier m₁, factor of the first layer, 0 to 100; the others have 1
 */
@RecordBuilder
public record Alignment(double batchNormWeight, double varianceWeight, double firstLayerMultiplier)
        implements AlignmentBuilder.With {
    private static final SettingGroup<SynthesisConfig, Alignment> GROUP =
            new SettingGroup<>("alignment", SynthesisConfig::alignment, SynthesisConfig::withAlignment);

    /** r_bn, the weight of the batch-norm loss; the cross-entropy has weight 1. */
    public static final Parameter<SynthesisConfig> BATCH_NORM_WEIGHT = GROUP.number(
            "batchNormWeight",
            ParameterRange.of(0, 10, 0.01).logarithmic().from(NEXT_ITERATION),
            Alignment::batchNormWeight,
            Alignment::withBatchNormWeight);
    /** r_var, the weight of the variances; the means have weight 1. */
    public static final Parameter<SynthesisConfig> VARIANCE_WEIGHT = GROUP.number(
            "varianceWeight",
            ParameterRange.of(0, 100, 11).logarithmic().from(NEXT_ITERATION),
            Alignment::varianceWeight,
            Alignment::withVarianceWeight);
    /** m₁, the factor of the first batch-norm layer. */
    public static final Parameter<SynthesisConfig> FIRST_LAYER_MULTIPLIER = GROUP.number(
            "firstLayerMultiplier",
            ParameterRange.of(0, 100, 10).logarithmic().from(NEXT_ITERATION),
            Alignment::firstLayerMultiplier,
            Alignment::withFirstLayerMultiplier);

    /** Returns the published values for CIFAR. */
    static Alignment paper() {
        return new Alignment(BATCH_NORM_WEIGHT.paper(), VARIANCE_WEIGHT.paper(), FIRST_LAYER_MULTIPLIER.paper());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(BATCH_NORM_WEIGHT, VARIANCE_WEIGHT, FIRST_LAYER_MULTIPLIER);
    }
}
