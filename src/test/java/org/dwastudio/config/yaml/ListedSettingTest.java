package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListedSettingTest {
    @Test
    void aParameterIsListedWithItsRangeAndDefault() {
        assertThat(ListedSetting.all())
                .contains(new ListedSetting("synthesis.rho", "0 to 0.5", Optional.of("0.015"), false, true))
                .contains(new ListedSetting(
                        "synthesis.ascentSteps", "1 to 50 (whole numbers)", Optional.of("12"), true, true));
    }

    @Test
    void aSwitchThatFilesLeaveOutIsListedWithItsDefault() {
        assertThat(ListedSetting.all())
                .contains(
                        new ListedSetting("dataset.skipUnreadable", "true, false", Optional.of("false"), false, false));
    }

    @Test
    void noKeyIsListedTwice() {
        List<String> keys = ListedSetting.all().stream().map(ListedSetting::key).toList();

        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @MethodSource("withDefault")
    void theDefaultAsAnOverrideChangesNothing(ListedSetting setting) throws Exception {
        Experiment demonstration = SynthesisPresets.demonstration();

        Experiment read = ExperimentReader.parse(
                ExperimentWriter.toYaml(demonstration),
                "text",
                Map.of(setting.key(), setting.usual().orElseThrow()));

        assertThat(read).isEqualTo(demonstration);
    }

    /** The settings of the teacher's network have defaults, but naming one of them describes a network. */
    private static List<ListedSetting> withDefault() {
        return ListedSetting.all().stream()
                .filter(setting -> setting.usual().isPresent())
                .filter(setting -> !setting.key().startsWith("teacher.network."))
                .toList();
    }
}
