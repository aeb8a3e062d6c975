package org.dwastudio.stage.comparison;

import java.util.List;
import org.dwastudio.config.TuningChange;

/**
 * Value of a setting in one run.
 *
 * @param text value at the start, as in experiment files; empty if the run does not have the setting
 * @param changes changes made by hand during the run, in their order
 */
public record SettingValue(String text, List<TuningChange> changes) {
    /** Value of a setting that a run does not have. */
    static final SettingValue NONE = new SettingValue("", List.of());

    public SettingValue {
        changes = List.copyOf(changes);
    }

    /** Creates a value that did not change. */
    static SettingValue constant(String text) {
        return new SettingValue(text, List.of());
    }
}
