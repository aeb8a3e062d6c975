package org.dwastudio.stage.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Setting that is not the same in all of several runs or recipes.
 *
 * @param key key as in {@code --set}
 * @param values values in the order of the runs or recipes
 */
public record DifferingSetting(String key, List<SettingValue> values) {
    public DifferingSetting {
        values = List.copyOf(values);
    }

    /**
     * Returns the settings that differ, in the order of their first occurrence.
     *
     * @param all settings of each run or recipe, by key
     */
    static List<DifferingSetting> of(List<Map<String, SettingValue>> all) {
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(settings -> keys.addAll(settings.keySet()));
        return keys.stream()
                .map(key -> new DifferingSetting(
                        key,
                        all.stream()
                                .map(settings -> settings.getOrDefault(key, SettingValue.NONE))
                                .toList()))
                .filter(DifferingSetting::differs)
                .toList();
    }

    private boolean differs() {
        return values.stream().distinct().count() > 1;
    }
}
