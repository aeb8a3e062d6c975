package org.dwastudio.config.evaluation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The measurements of a student on the test split.
 *
 * @param averageDecay decay of the moving average of the weights that is measured, 0 to 0.99999; 0 measures the weights
 *     themselves
 * @param measurements measurements in a training, the end included, 1 to 100000
 */
@RecordBuilder
public record Measuring(double averageDecay, int measurements) implements MeasuringBuilder.With {
    private static final SettingGroup<EvaluationConfig, Measuring> GROUP =
            new SettingGroup<>("measuring", EvaluationConfig::measuring, EvaluationConfig::withMeasuring);

    /** The decay of the moving average of the weights; 0 for none. */
    public static final Parameter<EvaluationConfig> AVERAGE_DECAY = GROUP.number(
            "averageDecay", ParameterRange.of(0, 0.99999, 0), Measuring::averageDecay, Measuring::withAverageDecay);
    /** The number of measurements in a training. */
    public static final Parameter<EvaluationConfig> MEASUREMENTS = GROUP.whole(
            "measurements",
            ParameterRange.of(1, 100_000, 20).whole().logarithmic(),
            Measuring::measurements,
            Measuring::withMeasurements);

    /** Returns the published values for CIFAR. */
    static Measuring paper() {
        return new Measuring(AVERAGE_DECAY.paper(), MEASUREMENTS.wholePaper());
    }

    static Stream<Setting<EvaluationConfig>> settings() {
        return Stream.of(AVERAGE_DECAY, MEASUREMENTS);
    }
}
