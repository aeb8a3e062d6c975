package org.dwastudio.stage.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossScaleTest {

    @Test
    void itBeginsAt65536AndStaysSoAsLongAsAllGoesWell() {
        assertThat(LossScale.start()).isEqualTo(new LossScale(65_536, 0));
        assertThat(goodSteps(LossScale.start(), 1999)).isEqualTo(new LossScale(65_536, 1999));
    }

    @Test
    void itDoublesAfter2000GoodStepsAndCountsAgain() {
        assertThat(goodSteps(LossScale.start(), 2000)).isEqualTo(new LossScale(131_072, 0));
        assertThat(goodSteps(LossScale.start(), 4001)).isEqualTo(new LossScale(262_144, 1));
    }

    @Test
    void anOverflowHalvesItAndTheCountStartsAgain() {
        LossScale late = goodSteps(LossScale.start(), 1999).afterOverflow();

        assertThat(late).isEqualTo(new LossScale(32_768, 0));
        assertThat(goodSteps(late, 1999).factor()).isEqualTo(32_768);
        assertThat(goodSteps(late, 2000).factor()).isEqualTo(65_536);
    }

    @Test
    void itIsExhaustedBelowOne() {
        LossScale scale = LossScale.start();
        for (int overflow = 0; overflow < 16; overflow++) {
            scale = scale.afterOverflow();
        }
        assertThat(scale.factor()).isEqualTo(1);
        assertThat(scale.isExhausted()).isFalse();
        assertThat(scale.afterOverflow().isExhausted()).isTrue();
    }

    private static LossScale goodSteps(LossScale scale, int steps) {
        LossScale now = scale;
        for (int step = 0; step < steps; step++) {
            now = now.afterGoodStep();
        }
        return now;
    }
}
