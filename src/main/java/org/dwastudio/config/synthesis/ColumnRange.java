package org.dwastudio.config.synthesis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The part of a run that is computed. Every column has the same pixels as in the whole run.
 *
 * @param start first column, from 0
 * @param end column before which the part ends; 0 for the last
 */
@RecordBuilder
public record ColumnRange(int start, int end) implements ColumnRangeBuilder.With {
    private static final SettingGroup<SynthesisConfig, ColumnRange> GROUP =
            new SettingGroup<>("columns", SynthesisConfig::columns, SynthesisConfig::withColumns);
    private static final ParameterRange COLUMN = ParameterRange.of(
                    0, SynthesisConfig.IMAGES_PER_CLASS.range().max(), 0)
            .whole();
    private static final Parameter<SynthesisConfig> START = GROUP.whole(
                    "ipcStart", COLUMN, ColumnRange::start, ColumnRange::withStart)
            .withoutSlider();
    private static final Parameter<SynthesisConfig> END = GROUP.whole(
                    "ipcEnd", COLUMN, ColumnRange::end, ColumnRange::withEnd)
            .withoutSlider();

    /** Returns the range of all columns. */
    public static ColumnRange whole() {
        return new ColumnRange(0, 0);
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(START, END);
    }
}
