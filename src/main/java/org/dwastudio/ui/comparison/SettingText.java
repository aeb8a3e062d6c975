package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.stream.Collectors;
import org.dwastudio.config.TuningChange;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.DifferingSetting;
import org.dwastudio.stage.comparison.Recipe;
import org.dwastudio.stage.comparison.SettingValue;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.setting.SettingNames;

/**
 * Names and values of settings in the language of the window.
 *
 * @param texts texts of the window
 */
record SettingText(Messages texts) {
    private static final int FINGERPRINT = 10;

    /** Returns the name of a setting, or its key if it has none. */
    String name(String key) {
        return new SettingNames(texts).of(key);
    }

    /** Returns a value with the changes made by hand. */
    String value(SettingValue value) {
        String start = value.text().isEmpty() ? ComparisonCells.NONE : value.text();
        return start + value.changes().stream().map(this::change).collect(Collectors.joining());
    }

    private String change(TuningChange change) {
        return texts.format(
                "comparison.change",
                change.parameter().range().written(change.to()),
                change.column() + 1,
                change.iteration());
    }

    /** Returns a setting in which recipes differ, with its values. */
    String difference(DifferingSetting setting) {
        boolean fingerprint = List.of(Recipe.DATASET, Recipe.TEACHER).contains(setting.key());
        String values = setting.values().stream()
                .map(this::value)
                .map(value -> fingerprint ? value.substring(0, Math.min(FINGERPRINT, value.length())) : value)
                .collect(Collectors.joining(" · "));
        return texts.format("comparison.recipe.difference", name(setting.key()), values);
    }
}
