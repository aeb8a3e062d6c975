package org.dwastudio.config.setting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All settings of a block, in the order in which files hold them.
 *
 * @param settings in the order of files
 * @param <C> the block
 */
public record SettingTable<C>(List<Setting<C>> settings) {
    public SettingTable {
        settings = List.copyOf(settings);
    }

    /** Joins the settings of nested records: first the network, then the numbers, then all others. */
    public static <C> SettingTable<C> of(Stream<? extends Setting<C>> settings) {
        return new SettingTable<>(settings.<Setting<C>>map(setting -> setting)
                .sorted(Comparator.comparing((Setting<C> setting) -> setting.place()))
                .toList());
    }

    /** Returns the numbers that have a slider, in their order. */
    public List<Parameter<C>> parameters() {
        return settings.stream()
                .filter(setting -> setting.place() == Setting.Place.NUMBERS)
                .<Parameter<C>>mapMulti((setting, found) -> {
                    if (setting instanceof Parameter<C> parameter) {
                        found.accept(parameter);
                    }
                })
                .toList();
    }

    /** Returns the number of a key. */
    public Optional<Parameter<C>> parameter(String key) {
        return parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
    }
}
