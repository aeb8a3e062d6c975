package org.dwastudio.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dragged slider stops at round values. */
class DetentsTest {

    @Test
    void aLogarithmicSliderStopsAtAFewValuesPerDecade() {
        assertThat(values(SynthesisOptimizer.LEARNING_RATE.range()))
                .containsSubsequence(0.01, 0.012, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1)
                .startsWith(0.0001)
                .endsWith(8.0, 10.0)
                .hasSize(51);
    }

    @Test
    void wholeNumbersStopAtTheSmallOnesAndThenAtRoundOnes() {
        assertThat(values(SynthesisConfig.IMAGES_PER_CLASS.range()))
                .startsWith(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0)
                .endsWith(600.0, 800.0, 1000.0)
                .doesNotContain(17.0, 28.0);
    }

    @Test
    void aLinearSliderStopsAtAboutFiftyValues() {
        assertThat(values(Augmentation.JITTER.range()))
                .startsWith(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 14.0, 16.0)
                .endsWith(60.0, 62.0, 64.0);
        assertThat(values(SynthesisOptimizer.BETA_1.range()))
                .containsSubsequence(0.48, 0.5, 0.52)
                .endsWith(0.98, 0.999);
        assertThat(values(new ParameterRange(-10, 10, 0, 0, false, Scale.LINEAR, TakesEffect.NEXT_RUN)))
                .hasSize(41)
                .startsWith(-10.0, -9.5);
    }

    @Test
    void theNearestOnTheSliderIsChosenAndZeroHasTheLeftEnd() {
        ParameterScale rho = new ParameterScale(Adjustment.RHO.range());
        Detents detents = Detents.of(rho);

        assertThat(detents.nearest(-1, rho)).isZero();
        assertThat(detents.nearest(0.01, rho)).isZero();
        assertThat(detents.nearest(0.04, rho)).isEqualTo(0.00005);
        assertThat(detents.nearest(2, rho)).isEqualTo(0.5);
        ParameterScale iterations = new ParameterScale(SynthesisConfig.ITERATIONS.range());
        assertThat(Detents.of(iterations).nearest(0.7, iterations)).isEqualTo(1000);
        assertThat(Detents.of(iterations).nearest(0.72, iterations)).isEqualTo(1200);
    }

    @Test
    void thePresetIsReachedToo() {
        ParameterScale iterations = new ParameterScale(SynthesisConfig.ITERATIONS.range());
        double place = iterations.positionOf(1100);

        assertThat(Detents.of(iterations).with(1100).nearest(place, iterations)).isEqualTo(1100);
    }

    @ParameterizedTest
    @MethodSource("org.dwastudio.config.synthesis.SynthesisSettings#parameters")
    void everyPositionIsAnAllowedValueAndTheDefaultIsReached(Parameter<SynthesisConfig> parameter) {
        ParameterScale scale = new ParameterScale(parameter.range());
        Detents detents = Detents.of(scale);
        double previous = Double.NEGATIVE_INFINITY;
        for (int i = -1; i <= 1001; i++) {
            double value = detents.nearest(i / 1000.0, scale);
            assertThat(parameter.range().problemWith(value)).isEmpty();
            assertThat(value).isGreaterThanOrEqualTo(previous);
            previous = value;
        }
        double usual = parameter.range().defaultValue();
        assertThat(detents.nearest(scale.positionOf(usual), scale)).isEqualTo(usual);
    }

    private static List<Double> values(ParameterRange range) {
        return Detents.of(new ParameterScale(range)).values();
    }
}
