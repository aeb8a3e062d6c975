package org.dwastudio.config.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.SynthesisSettings;

/**
 * Setting of an experiment as the command line lists it.
 *
 * @param key full key, as {@code --set} takes it
 * @param allowed allowed values
 * @param usual default value as text; empty if the setting has none
 */
public record ListedSetting(String key, String allowed, Optional<String> usual) {

    /** Returns the settings of all blocks, in the order of experiment files. */
    public static List<ListedSetting> all() {
        Experiment defaults = SynthesisPresets.demonstration();
        ChannelNormalization normalization = new ChannelNormalization(List.of(), List.of());
        return Stream.of(
                        block("", Experiment.SETTINGS, defaults),
                        block("dataset.", DatasetConfig.SETTINGS, defaults.dataset()),
                        block("dataset.normalization.", ChannelNormalization.SETTINGS, normalization),
                        block("teacher.", TeacherConfig.SETTINGS, defaults.teacher()),
                        block("teacher.network.", NetworkConfig.SETTINGS, NetworkConfig.standard()),
                        block("squeeze.", SqueezeSettings.table(), defaults.squeeze()),
                        block("synthesis.", SynthesisSettings.table(), defaults.synthesis()),
                        block("evaluation.", EvaluationSettings.table(), defaults.evaluation()))
                .flatMap(settings -> settings)
                .toList();
    }

    private static <C> Stream<ListedSetting> block(String prefix, SettingTable<C> table, C defaults) {
        return table.settings().stream().map(setting -> listed(prefix, setting, defaults));
    }

    private static <C> ListedSetting listed(String prefix, Setting<C> setting, C defaults) {
        Optional<String> usual = setting.value(defaults).map(ListedSetting::text);
        return new ListedSetting(prefix + setting.key(), setting.allowed(), usual.filter(text -> !text.isEmpty()));
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }
}
