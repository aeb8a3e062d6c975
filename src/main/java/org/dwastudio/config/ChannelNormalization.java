package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.text.Message;

/**
 * The normalization of a network's images: (pixel / 255 − mean) / std for each channel.
 *
 * @param mean of each channel, pixels taken as 0 to 1
 * @param std of each channel, above 0
 */
@RecordBuilder
public record ChannelNormalization(List<Double> mean, List<Double> std) implements ChannelNormalizationBuilder.With {
    public static final ParameterRange MEAN = ParameterRange.of(0, 1, 0.5);
    public static final ParameterRange STD = ParameterRange.of(1e-4, 10, 0.25);

    private static final SettingGroup<ChannelNormalization, ChannelNormalization> GROUP =
            SettingGroup.ofBlock("normalization");

    /** All settings, in the order of files. */
    public static final SettingTable<ChannelNormalization> SETTINGS = new SettingTable<>(List.of(
            GROUP.numbers("mean", MEAN, ChannelNormalization::mean, ChannelNormalization::withMean),
            GROUP.numbers("std", STD, ChannelNormalization::std, ChannelNormalization::withStd)));

    public ChannelNormalization {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    /** Returns the contradictions among values that are allowed one by one: messages by key. */
    public Map<String, Message> contradictions() {
        return mean.size() == std.size() && (mean.size() == 1 || mean.size() == 3)
                ? Map.of()
                : Map.of("mean", Message.of("setting.normalization"));
    }
}
