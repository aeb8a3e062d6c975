package org.dwastudio.config.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.AutoNumber;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingTable;

/**
 * Setting of an experiment as the command line lists it.
 *
 * @param key full key, as {@code --set} takes it
 * @param allowed allowed values
 * @param usual default value as text; empty if the setting has none
 * @param isWhole true if the setting is a number that has no decimals
 * @param isNumber true if the setting is a number, also one that can be {@code auto}
 */
public record ListedSetting(String key, String allowed, Optional<String> usual, boolean isWhole, boolean isNumber) {

    /** Returns the settings of all blocks, in the order of experiment files. */
    public static List<ListedSetting> all() {
        Experiment defaults = SynthesisPresets.demonstration();
        return Stream.concat(listed("", Experiment.SETTINGS, defaults), blocks("", ExperimentBlock.ALL, defaults))
                .toList();
    }

    private static <O> Stream<ListedSetting> blocks(String prefix, List<ExperimentBlock<O, ?>> blocks, O outer) {
        return blocks.stream().flatMap(block -> block(prefix + block.key() + ".", block, outer));
    }

    private static <O, C> Stream<ListedSetting> block(String prefix, ExperimentBlock<O, C> block, O outer) {
        C defaults = block.defaults(outer);
        return Stream.concat(listed(prefix, block.settings(), defaults), blocks(prefix, block.inner(), defaults));
    }

    private static <C> Stream<ListedSetting> listed(String prefix, SettingTable<C> table, C defaults) {
        return table.settings().stream().map(setting -> listed(prefix, setting, defaults));
    }

    private static <C> ListedSetting listed(String prefix, Setting<C> setting, C defaults) {
        Optional<String> usual = setting.value(defaults).map(ListedSetting::text);
        boolean isWhole =
                setting instanceof Parameter<C> number && number.range().integer();
        boolean isNumber = setting instanceof Parameter<C> || setting instanceof AutoNumber<C>;
        return new ListedSetting(
                prefix + setting.key(), setting.allowed(), usual.filter(text -> !text.isEmpty()), isWhole, isNumber);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ListedSetting::text).collect(Collectors.joining(", "));
        }
        return value instanceof Double number ? ParameterRange.format(number) : value.toString();
    }
}
