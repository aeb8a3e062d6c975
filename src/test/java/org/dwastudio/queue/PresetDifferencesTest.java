package org.dwastudio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.junit.jupiter.api.Test;

class PresetDifferencesTest {

    @Test
    void onlyTheSettingsThatDifferFromTheNearestPresetAreNamed() {
        Experiment changed = SynthesisPresets.demonstration()
                .withSeed(7)
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withIterations(77)
                        .withAdjustment(adjustment -> adjustment.withRho(0.5)));

        assertThat(PresetDifferences.of(changed, "synthesis").values())
                .isEqualTo(Map.of("synthesis.rho", "0.5", "synthesis.iterations", "77", "seed", "7"));
        assertThat(PresetDifferences.of(changed, "evaluation").values()).isEqualTo(Map.of("seed", "7"));
    }

    @Test
    void aPresetHasNone() {
        assertThat(PresetDifferences.of(SynthesisPresets.demonstration(), "synthesis")
                        .values())
                .isEmpty();
        assertThat(PresetDifferences.of(SynthesisPresets.firstLook(), "evaluation")
                        .values())
                .isEmpty();
    }
}
