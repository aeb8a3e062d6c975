package org.dwastudio.run.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotScheduleTest {
    @Test
    void powersOfTwoFiftiethsAndTheLastIterationAreKept() {
        assertThat(due(SnapshotSchedule.of(300, 1000), 300))
                .startsWith(0, 1, 2, 4, 6, 8, 12, 16, 18, 24, 30, 32, 36)
                .contains(64, 128, 256, 300)
                .hasSize(51 + 9);
        assertThat(due(SnapshotSchedule.of(7, 1000), 7)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(due(SnapshotSchedule.of(1001, 1000), 1001)).endsWith(966, 987, 1001);
    }

    @ParameterizedTest
    @CsvSource({"300, 60, 60", "300, 59, 59", "300, 2, 2", "300, 1, 1", "300, 0, 0", "0, 10, 1", "20000, 20, 20"})
    void noMoreThanTheBudgetAllowsAreKept(int iterations, int most, int expected) {
        SnapshotSchedule schedule = SnapshotSchedule.of(iterations, most);

        assertThat(schedule.size()).isEqualTo(expected);
        assertThat(due(schedule, iterations)).hasSize(expected);
    }

    @Test
    void thinningKeepsTheStartAndTheEndAndSpreadsTheRest() {
        assertThat(due(SnapshotSchedule.of(100, 5), 100)).containsExactly(0, 24, 50, 74, 100);
    }

    private static List<Integer> due(SnapshotSchedule schedule, int iterations) {
        return IntStream.rangeClosed(0, iterations)
                .filter(schedule::isDue)
                .boxed()
                .toList();
    }
}
