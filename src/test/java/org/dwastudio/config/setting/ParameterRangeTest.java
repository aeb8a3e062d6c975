package org.dwastudio.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.Test;

class ParameterRangeTest {

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(Adjustment.RHO.range().describe()).isEqualTo("0 to 0.5");
        assertThat(SynthesisOptimizer.LEARNING_RATE.range().describe()).isEqualTo("0.0001 to 10");
        assertThat(SynthesisOptimizer.EPSILON.range().describe()).isEqualTo("1e-12 to 0.01");
        assertThat(SynthesisConfig.ITERATIONS.range().describe()).isEqualTo("0 to 20000 (whole numbers)");
    }

    @Test
    void whatIsNotAllowedIsNamedWithTheRange() {
        ParameterRange whole = new ParameterRange(1, 50, 12, 12, true, Scale.LINEAR, TakesEffect.NEXT_COLUMN);
        assertThat(whole.problemWith(12)).isEmpty();
        assertThat(whole.problemWith(0).map(Message::english))
                .contains("0 is outside the allowed range 1 to 50 (whole numbers)");
        assertThat(whole.problemWith(2.5).map(Message::english))
                .contains("2.5 is not a whole number; allowed are 1 to 50 (whole numbers)");
        assertThat(whole.problemWith(-2.5e-7).orElseThrow().english()).startsWith("-2.5e-7 is outside");
        assertThat(whole.problemWith(Double.NaN).orElseThrow().english()).startsWith("NaN is outside");
        assertThat(whole.problemWith(Double.POSITIVE_INFINITY).orElseThrow().english())
                .startsWith("Infinity is outside");
    }
}
