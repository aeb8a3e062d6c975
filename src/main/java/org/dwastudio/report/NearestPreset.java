package org.dwastudio.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.WrittenSettings;

/**
 * Preset of a block of settings with the fewest differences.
 *
 * @param key name of the preset, below that of the block
 * @param settings settings of an experiment with the preset's values
 */
record NearestPreset(String key, WrittenSettings settings) {

    /** Returns the nearest preset of a block; the first of several that are equally near. */
    static NearestPreset of(Experiment experiment, String block) throws IOException {
        WrittenSettings own = WrittenSettings.of(experiment);
        List<NearestPreset> presets = all(experiment, block);
        NearestPreset nearest = presets.get(0);
        for (NearestPreset preset : presets) {
            if (own.differences(preset.settings(), block) < own.differences(nearest.settings(), block)) {
                nearest = preset;
            }
        }
        return nearest;
    }

    private static List<NearestPreset> all(Experiment experiment, String block) throws IOException {
        List<NearestPreset> all = new ArrayList<>();
        switch (block) {
            case "synthesis" -> {
                for (SynthesisPresets.Preset preset : SynthesisPresets.all()) {
                    all.add(new NearestPreset(
                            preset.key(), WrittenSettings.of(experiment.withSynthesis(preset.synthesis()))));
                }
            }
            case "evaluation" -> {
                for (EvaluationPresets.Preset preset : EvaluationPresets.all()) {
                    all.add(new NearestPreset(
                            preset.key(), WrittenSettings.of(experiment.withEvaluation(preset.evaluation()))));
                }
            }
            case "squeeze" -> {
                for (SqueezePresets.Preset preset : SqueezePresets.all()) {
                    all.add(new NearestPreset(
                            preset.key(), WrittenSettings.of(experiment.withSqueeze(preset.squeeze()))));
                }
            }
            default -> throw new IllegalArgumentException(block + " has no presets");
        }
        return all;
    }
}
