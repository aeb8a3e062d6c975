package org.dwastudio.config.synthesis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingTable;

/** All settings of a synthesis. A new setting of a nested record needs nothing here. */
public final class SynthesisSettings {
    // Files hold the numbers in the order in which the window shows them.
    private static final List<String> HEADINGS =
            List.of("adjustment", "synthesis", "alignment", "regression", "matching", "initialization", "advanced");

    private static final SettingTable<SynthesisConfig> TABLE = SettingTable.of(Stream.of(
                    Adjustment.settings(),
                    Alignment.settings(),
                    Regression.settings(),
                    Matching.settings(),
                    Repulsion.settings(),
                    SynthesisConfig.settings(),
                    SynthesisOptimizer.settings(),
                    Augmentation.settings(),
                    Initialization.settings(),
                    Execution.settings(),
                    ColumnRange.settings())
            .flatMap(settings -> settings)
            .sorted(Comparator.comparing(SynthesisSettings::heading)));

    private SynthesisSettings() {}

    /** Returns the settings in the order of files. */
    public static SettingTable<SynthesisConfig> table() {
        return TABLE;
    }

    /** Returns the numbers that have a slider, in the order of the window. */
    public static List<Parameter<SynthesisConfig>> parameters() {
        return TABLE.parameters();
    }

    private static int heading(Setting<SynthesisConfig> setting) {
        return setting.place() == Setting.Place.NUMBERS ? HEADINGS.indexOf(setting.group()) : HEADINGS.size();
    }
}
