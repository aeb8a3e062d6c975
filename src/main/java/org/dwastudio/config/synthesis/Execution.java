package org.dwastudio.config.synthesis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * Order and number format of the computation, and what it keeps.
 *
 * @param order order in which columns advance
 * @param parallelColumns columns that advance at the same time, each with its share of the processor threads; empty to
 *     measure what is fastest. A run records the number it took
 * @param precision number format
 * @param snapshotMegabytes most megabytes of images at earlier iterations in a run folder; 0 keeps none
 */
@RecordBuilder
public record Execution(Order order, OptionalInt parallelColumns, Precision precision, int snapshotMegabytes)
        implements ExecutionBuilder.With {
    /** Largest number of columns that advance at the same time. */
    private static final int MOST_PARALLEL = 64;

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private static final SettingGroup<SynthesisConfig, Execution> GROUP =
            new SettingGroup<>("advanced", SynthesisConfig::execution, SynthesisConfig::withExecution);

    private static final Setting<SynthesisConfig> ORDER =
            GROUP.choice("order", Order.class, Execution::order, Execution::withOrder);
    private static final Setting<SynthesisConfig> PARALLEL_COLUMNS = GROUP.autoNumber(
            "parallelColumns",
            ParameterRange.of(1, MOST_PARALLEL, 1).whole(),
            Execution::parallelColumns,
            Execution::withParallelColumns);
    private static final Setting<SynthesisConfig> PRECISION =
            GROUP.choice("precision", Precision.class, Execution::precision, Execution::withPrecision);

    /** Most megabytes of images at earlier iterations that a run keeps. */
    public static final Parameter<SynthesisConfig> SNAPSHOT_MEGABYTES = GROUP.whole(
                    "snapshotMegabytes",
                    ParameterRange.of(0, 4096, 64).whole(),
                    Execution::snapshotMegabytes,
                    Execution::withSnapshotMegabytes)
            .omittingDefault();

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

    /** Returns the number of columns that advance at the same time, 1 until it has been measured. */
    public int columnsAtOnce() {
        return parallelColumns.orElse(1);
    }

    /** Returns the most bytes of images at earlier iterations that a run keeps. */
    public long snapshotBytes() {
        return snapshotMegabytes * BYTES_PER_MEGABYTE;
    }

    /** Returns the published values for CIFAR. */
    static Execution paper() {
        return new Execution(
                Order.COLUMN_BY_COLUMN, OptionalInt.empty(), Precision.FLOAT32, SNAPSHOT_MEGABYTES.wholePaper());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(ORDER, PARALLEL_COLUMNS, PRECISION, SNAPSHOT_MEGABYTES);
    }
}
