package org.dwastudio.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.junit.jupiter.api.Test;

class ParameterScaleTest {
    private static final ParameterScale RATE = new ParameterScale(SynthesisOptimizer.LEARNING_RATE.range());
    private static final ParameterScale RHO = new ParameterScale(Adjustment.RHO.range());
    private static final ParameterScale ITERATIONS = new ParameterScale(SynthesisConfig.ITERATIONS.range());

    @Test
    void everyDecadeOfALogarithmicSliderIsEquallyLong() {
        assertThat(RATE.positionOf(0.0001)).isZero();
        assertThat(RATE.positionOf(0.001)).isCloseTo(0.2, within(1e-12));
        assertThat(RATE.positionOf(0.1)).isCloseTo(0.6, within(1e-12));
        assertThat(RATE.positionOf(10)).isEqualTo(1);
    }

    @Test
    void zeroHasTheLeftmostPositionOfALogarithmicSliderToItself() {
        assertThat(RHO.positionOf(0)).isZero();
        assertThat(RHO.positionOf(0.00005)).isCloseTo(0.04, within(1e-12));
        assertThat(RHO.positionOf(0.000001)).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void linearSlidersHaveDecimalSteps() {
        ParameterScale beta = new ParameterScale(SynthesisOptimizer.BETA_1.range());

        assertThat(beta.above(0.5)).isEqualTo(0.501);
    }

    @Test
    void stepsChangeTheSecondDigit() {
        assertThat(RHO.above(0.015)).isEqualTo(0.016);
        assertThat(RHO.below(0.015)).isEqualTo(0.014);
        assertThat(RHO.below(0.01)).isEqualTo(0.0099);
        assertThat(RHO.above(0.0099)).isEqualTo(0.01);
        assertThat(ITERATIONS.above(1000)).isEqualTo(1100);
        assertThat(ITERATIONS.above(7)).isEqualTo(8);
    }

    @Test
    void stepsEndAtTheRange() {
        assertThat(RHO.below(0.00005)).isZero();
        assertThat(RHO.below(0)).isZero();
        assertThat(RHO.above(0)).isEqualTo(0.00005);
        assertThat(RHO.above(0.5)).isEqualTo(0.5);
        assertThat(ITERATIONS.below(0)).isZero();
        assertThat(ITERATIONS.above(20_000)).isEqualTo(20_000);
    }

    @Test
    void aLinearRangeThatBeginsBelowZeroIsSpreadEvenly() {
        ParameterScale scale =
                new ParameterScale(new ParameterRange(-10, 10, 0, 0, false, Scale.LINEAR, TakesEffect.NEXT_RUN));

        assertThat(scale.positionOf(0)).isEqualTo(0.5);
        assertThat(scale.below(-9.9)).isEqualTo(-10);
    }
}
