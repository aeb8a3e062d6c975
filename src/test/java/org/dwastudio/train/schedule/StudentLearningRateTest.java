package org.dwastudio.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dwastudio.config.evaluation.EvaluationOptimizer.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentLearningRateTest {
    @ParameterizedTest
    @CsvSource({
        "COSINE, 0, 0.2", "COSINE, 50, 0.1", "COSINE, 75, 0.0292893",
        "HALF_COSINE, 0, 0.2", "HALF_COSINE, 50, 0.1707107", "HALF_COSINE, 100, 0.1",
        "CONSTANT, 99, 0.2"
    })
    void theRateFallsAlongItsSchedule(Schedule schedule, int step, double expected) {
        assertThat(new StudentLearningRate(0.2, 0, 100, schedule).rate(step)).isCloseTo(expected, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.02", "4, 0.1", "9, 0.2", "10, 0.2", "60, 0.1"})
    void itRisesInTheWarmUp(int step, double expected) {
        assertThat(new StudentLearningRate(0.2, 10, 110, Schedule.COSINE).rate(step))
                .isCloseTo(expected, within(1e-7));
    }
}
