package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SynthesisClockTest {
    @Test
    void anAdjustmentTakesAFixedTimeAndATimePerAscentStep() {
        // 0.3 s to copy the weights and 0.1 s per step; not 12 times 0.4 s.
        assertThat(SynthesisClock.adjustment(0.4, 0.5, 12)).isCloseTo(1.5, within(1e-12));
        assertThat(SynthesisClock.adjustment(0.4, 0.4, 1)).isEqualTo(0.4);
    }

    @Test
    void aDisturbedMeasurementNeverGivesLessThanOneStep() {
        assertThat(SynthesisClock.adjustment(0.4, 0.3, 12)).isEqualTo(0.4);
    }
}
