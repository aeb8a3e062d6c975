package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_COLUMN;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The repulsion of the images from those of finished columns of the same class, in the feature space of the teacher. It is
 * not in the paper.
 *
 * @param weight weight of the loss, 0 to 1000; 0 leaves it out, the cross-entropy has weight 1
 */
@RecordBuilder
public record Repulsion(double weight) implements RepulsionBuilder.With {
    private static final SettingGroup<SynthesisConfig, Repulsion> GROUP =
            new SettingGroup<>("repulsion", SynthesisConfig::repulsion, SynthesisConfig::withRepulsion);

    /** The weight of the repulsion; the cross-entropy has weight 1. */
    public static final Parameter<SynthesisConfig> WEIGHT = GROUP.number(
                    "repulsionWeight",
                    ParameterRange.of(0, 1000, 0).logarithmic().from(NEXT_COLUMN),
                    Repulsion::weight,
                    Repulsion::withWeight)
            .advanced()
            .omittingDefault();

    /** Returns true if a column depends on finished ones. */
    public boolean isOn() {
        return weight > 0;
    }

    /** Returns the values that leave the repulsion out, as the paper does. */
    static Repulsion paper() {
        return new Repulsion(WEIGHT.paper());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(WEIGHT);
    }
}
