package org.dwastudio.config.evaluation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The mix of two training images into one.
 *
 * @param mix kind of the mix
 * @param alpha α of the Beta(α, α) that the shares are drawn from, 0.01 to 10
 */
@RecordBuilder
public record Mixing(Mix mix, double alpha) implements MixingBuilder.With {
    private static final SettingGroup<EvaluationConfig, Mixing> GROUP =
            new SettingGroup<>("augmentation", EvaluationConfig::mixing, EvaluationConfig::withMixing);

    /** α of the Beta(α, α) that the shares of a mix are drawn from. */
    public static final Parameter<EvaluationConfig> ALPHA =
            GROUP.number("mixAlpha", ParameterRange.of(0.01, 10, 0.8).logarithmic(), Mixing::alpha, Mixing::withAlpha);

    private static final Setting<EvaluationConfig> MIX = GROUP.choice("mix", Mix.class, Mixing::mix, Mixing::withMix);

    /** Kind of the mix. */
    public enum Mix {
        NONE,
        /** λ of one and 1 − λ of the other, pixel by pixel (Zhang et al. 2018). */
        MIXUP,
        /** A box of the other in the one, of the share 1 − λ (Yun et al. 2019). */
        CUTMIX
    }

    /** Returns the published values for CIFAR. */
    static Mixing paper() {
        return new Mixing(Mix.MIXUP, ALPHA.paper());
    }

    static Stream<Setting<EvaluationConfig>> settings() {
        return Stream.of(ALPHA, MIX);
    }
}
