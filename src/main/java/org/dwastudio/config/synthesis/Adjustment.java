package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_COLUMN;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The directed weight adjustment of the teacher before a column is synthesized (equation 8 of the paper).
 *
 * @param rho ρ, length of the adjustment, 0 to 0.5; 0 switches it off
 * @param crossEntropyFactor factor by which the adjustment raises the teacher's mean cross-entropy on the augmented start
 *     images, 1 to 100; above 1, ρ is found for each batch, and {@code rho} is only where the search begins
 * @param ascentSteps K, steps that ρ is divided into, 1 to 50
 * @param direction direction of the adjustment
 */
@RecordBuilder
public record Adjustment(double rho, double crossEntropyFactor, int ascentSteps, Direction direction)
        implements AdjustmentBuilder.With {
    private static final SettingGroup<SynthesisConfig, Adjustment> GROUP =
            new SettingGroup<>("adjustment", SynthesisConfig::adjustment, SynthesisConfig::withAdjustment);

    /** ρ, the length of the directed weight adjustment. */
    public static final Parameter<SynthesisConfig> RHO = GROUP.number(
            "rho",
            ParameterRange.of(0, 0.5, 0.015).logarithmic().from(NEXT_COLUMN),
            Adjustment::rho,
            Adjustment::withRho);
    /** Factor by which the adjustment raises the cross-entropy; 1 takes ρ as given. */
    public static final Parameter<SynthesisConfig> CROSS_ENTROPY_FACTOR = GROUP.number(
                    "crossEntropyFactor",
                    ParameterRange.of(1, 100, 1).logarithmic().from(NEXT_COLUMN),
                    Adjustment::crossEntropyFactor,
                    Adjustment::withCrossEntropyFactor)
            .omittingDefault();
    /** K, the number of ascent steps that ρ is divided into. */
    public static final Parameter<SynthesisConfig> ASCENT_STEPS = GROUP.whole(
            "ascentSteps",
            ParameterRange.of(1, 50, 12).whole().from(NEXT_COLUMN),
            Adjustment::ascentSteps,
            Adjustment::withAscentSteps);

    private static final Setting<SynthesisConfig> DIRECTION =
            GROUP.choice("direction", Direction.class, Adjustment::direction, Adjustment::withDirection);

    /** Direction of the weight adjustment. */
    public enum Direction {
        /** Up the gradient of the cross-entropy, recomputed at each of the K steps. */
        GRADIENT,
        /** A random direction of the same length: the control that shows whether the direction matters. */
        RANDOM,
        /**
         * Up the part of the gradient that is orthogonal to the displacements of all earlier columns of the same classes. It
         * is not in the paper.
         */
        ORTHOGONAL
    }

    /** Returns true if ρ is found for each batch. */
    public boolean isAutomatic() {
        return crossEntropyFactor > 1;
    }

    /** Returns true if the weights are moved. */
    public boolean isOn() {
        return rho > 0 || isAutomatic();
    }

    /** Returns true if the displacements of earlier columns restrict that of a column. */
    public boolean isOrthogonal() {
        return isOn() && direction == Direction.ORTHOGONAL;
    }

    /** Returns the published values for CIFAR. */
    static Adjustment paper() {
        return new Adjustment(RHO.paper(), CROSS_ENTROPY_FACTOR.paper(), ASCENT_STEPS.wholePaper(), Direction.GRADIENT);
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(RHO, CROSS_ENTROPY_FACTOR, ASCENT_STEPS, DIRECTION);
    }
}
