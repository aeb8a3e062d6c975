package org.dwastudio.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineScheduleTest {
    private final CosineSchedule schedule = new CosineSchedule(0.1, 200);

    @Test
    void theFirstEpochHasTheWholeRate() {
        assertThat(schedule.rate(0)).isEqualTo(0.1);
    }

    @Test
    void theRateIsHalvedInTheMiddleAndNearlyZeroAtTheEnd() {
        assertThat(schedule.rate(100)).isCloseTo(0.05, within(1e-15));
        assertThat(schedule.rate(199)).isCloseTo(6.168375916970619e-06, within(1e-15));
    }
}
