package org.dwastudio.ui.parameter;

import java.util.Comparator;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;

/** Comparison of a configuration with the presets. */
final class NearestPreset {
    private NearestPreset() {}

    /** Returns the preset from which the fewest settings differ. */
    static Preset of(SynthesisConfig config) {
        return SynthesisPresets.all().stream()
                .min(Comparator.comparingInt(one -> differences(config, one.synthesis())))
                .orElseThrow();
    }

    /** Returns the number of numeric and non-numeric settings that differ. */
    static int differences(SynthesisConfig a, SynthesisConfig b) {
        long numbers = SynthesisSettings.parameters().stream()
                .filter(parameter -> parameter.in(a) != parameter.in(b))
                .count();
        return (int) numbers + SynthesisChoices.differences(a, b);
    }
}
