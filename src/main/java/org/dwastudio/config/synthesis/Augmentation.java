package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_ITERATION;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The random change of the images before the teacher sees them.
 *
 * @param jitter largest cyclic shift in pixels, 0 to 64
 * @param kind kind of the change
 */
@RecordBuilder
public record Augmentation(int jitter, Kind kind) implements AugmentationBuilder.With {
    private static final SettingGroup<SynthesisConfig, Augmentation> GROUP =
            new SettingGroup<>("synthesis", SynthesisConfig::augmentation, SynthesisConfig::withAugmentation);

    /** The largest cyclic shift, in pixels. */
    public static final Parameter<SynthesisConfig> JITTER = GROUP.whole(
            "jitter",
            ParameterRange.of(0, 64, 4).whole().from(NEXT_ITERATION),
            Augmentation::jitter,
            Augmentation::withJitter);

    private static final Setting<SynthesisConfig> KIND = GROUP.choice(
                    "augmentation", Kind.class, Augmentation::kind, Augmentation::withKind)
            .spelledFirst("view", Map.of());

    /** Kind of the change. */
    public enum Kind {
        /** A cyclic shift (CIFAR and smaller). */
        SHIFT,
        /** A random resized crop and a horizontal flip, then the shift (Tiny-ImageNet and larger). */
        RANDOM_RESIZED_CROP
    }

    /** Returns the published values for CIFAR. */
    static Augmentation paper() {
        return new Augmentation(JITTER.wholePaper(), Kind.SHIFT);
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(JITTER, KIND);
    }
}
