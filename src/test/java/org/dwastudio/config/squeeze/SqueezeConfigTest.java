package org.dwastudio.config.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dwastudio.config.ConfigException;
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
        SqueezeConfig config = SqueezeConfig.paper()
                .withOptimizer(optimizer -> optimizer.withSchedule(SqueezeOptimizer.Schedule.STEP));

        assertThat(config.withEpochs(3).contradictions()).isEmpty();
        assertThat(config.withEpochs(5)
                        .withOptimizer(optimizer -> optimizer.withWarmUpEpochs(3))
                        .contradictions())
                .containsOnlyKeys("schedule")
                .hasEntrySatisfying("schedule", problem -> assertThat(problem.english())
                        .contains("needs 3 or more behind the warm-up, not 2"));
    }

    @Test
    void nesterovNeedsMomentum() {
        SqueezeConfig config = SqueezeConfig.paper().withOptimizer(optimizer -> optimizer.withNesterov(true));

        assertThat(config.contradictions()).isEmpty();
        assertThat(config.withOptimizer(optimizer -> optimizer.withMomentum(0)).contradictions())
                .containsOnlyKeys("nesterov");
    }
}
