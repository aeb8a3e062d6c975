package org.dwastudio.config.synthesis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * Order and number format of the computation.
 *
 * @param order order in which columns advance
 * @param precision number format
 */
@RecordBuilder
public record Execution(Order order, Precision precision) implements ExecutionBuilder.With {
    private static final SettingGroup<SynthesisConfig, Execution> GROUP =
            new SettingGroup<>("advanced", SynthesisConfig::execution, SynthesisConfig::withExecution);

    private static final Setting<SynthesisConfig> ORDER =
            GROUP.choice("order", Order.class, Execution::order, Execution::withOrder);
    private static final Setting<SynthesisConfig> PRECISION =
            GROUP.choice("precision", Precision.class, Execution::precision, Execution::withPrecision);

    /** Order in which columns advance. */
    public enum Order {
        COLUMN_BY_COLUMN,
        /** Columns alternate, so that the whole image grid evolves together. */
        ALL_AT_ONCE
    }

    /** Number format of the computation. */
    public enum Precision {
        FLOAT32,
        FLOAT64,
        /** Convolutions in bfloat16, everything else in float32. */
        MIXED,
        /** Convolutions in float16 with a loss scale, everything else in float32. */
        HALF
    }

    /** Returns the published values for CIFAR. */
    static Execution paper() {
        return new Execution(Order.COLUMN_BY_COLUMN, Precision.FLOAT32);
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(ORDER, PRECISION);
    }
}
