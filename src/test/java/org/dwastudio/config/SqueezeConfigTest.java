package org.dwastudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dwastudio.config.yaml.ExperimentReader;
import org.junit.jupiter.api.Test;

class SqueezeConfigTest {

    @Test
    void aWarmUpLongerThanTheTrainingIsRefusedWithLineAndKey() {
        assertThatThrownBy(() -> ExperimentReader.parse("squeeze:\n  epochs: 3\n  warmUpEpochs: 4\n", "x.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("x.yaml:3: squeeze.warmUpEpochs: 4 is more than epochs (3); the warm-up is a part of them");
    }

    @Test
    void aStepNeedsThreeEpochsBehindTheWarmUp() {
        SqueezeConfig config = SqueezeConfig.paper().withSchedule(SqueezeConfig.Schedule.STEP);

        assertThat(config.withEpochs(3).contradictions()).isEmpty();
        assertThat(config.withEpochs(5).withWarmUpEpochs(3).contradictions())
                .containsOnlyKeys("schedule")
                .hasEntrySatisfying("schedule", problem -> assertThat(problem)
                        .contains("needs 3 or more behind the warm-up, not 2"));
    }

    @Test
    void nesterovNeedsMomentum() {
        SqueezeConfig config = SqueezeConfig.paper().withNesterov(true);

        assertThat(config.contradictions()).isEmpty();
        assertThat(config.withMomentum(0).contradictions()).containsOnlyKeys("nesterov");
    }
}
