package org.dwastudio.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepTimesTest {
    private final StepTimes times = new StepTimes();

    @Test
    void stepsBetweenTwoTimesAreInterpolatedAndOthersUnknown() {
        times.add(100, 0);
        times.add(120, 10);
        times.add(120, 60);
        times.add(130, 61);

        assertThat(times.at(110)).isEqualTo(5);
        assertThat(times.at(125)).isEqualTo(60.5);
        assertThat(times.at(99)).isNaN();
        assertThat(times.at(131)).isNaN();
    }

    @Test
    void aLongRunKeepsAFewThousandTimesWithTheFirstAndTheLast() {
        for (int second = 0; second < 50_000; second++) {
            times.add(3.0 * second, second);
        }

        assertThat(times.at(0)).isZero();
        assertThat(times.at(149_997)).isEqualTo(49_999);
        assertThat(times.at(60_000)).isCloseTo(20_000, within(1e-6));
    }
}
