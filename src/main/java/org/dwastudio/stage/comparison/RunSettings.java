package org.dwastudio.stage.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.yaml.WrittenSettings;

/** Settings of an experiment by key, with the changes that were made by hand during the run. */
final class RunSettings {
    private static final String NAME = "name";
    private static final String SYNTHESIS = "synthesis.";

    private RunSettings() {}

    /** Returns the settings in the order of experiment files, without the name and without folders of paths. */
    static Map<String, SettingValue> of(Experiment experiment) throws IOException {
        Map<String, SettingValue> settings = new LinkedHashMap<>();
        WrittenSettings.of(experiment.withoutFolders())
                .values()
                .forEach((key, text) -> settings.put(key, SettingValue.constant(text)));
        settings.remove(NAME);
        for (TuningChange change : experiment.tuning()) {
            settings.computeIfPresent(SYNTHESIS + change.parameter().key(), (key, value) -> changed(value, change));
        }
        return settings;
    }

    private static SettingValue changed(SettingValue value, TuningChange change) {
        List<TuningChange> changes = new ArrayList<>(value.changes());
        changes.add(change);
        return new SettingValue(value.text(), changes);
    }
}
