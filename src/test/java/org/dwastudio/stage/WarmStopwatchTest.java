package org.dwastudio.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WarmStopwatchTest {
    private final AtomicLong now = new AtomicLong(5_000);
    private final WarmStopwatch watch = new WarmStopwatch(now::get);

    @Test
    void theFirstTimeDoesNotCountAndTheShortestOfTheOthersDoes() {
        Queue<Long> milliseconds = durations(900, 120, 100, 140, 130, 1);

        assertThat(watch.seconds(() -> advance(milliseconds))).isEqualTo(0.1);
        assertThat(milliseconds).hasSize(1);
    }

    @Test
    void aSlowFirstTimeDoesNotCountEither() {
        Queue<Long> milliseconds = durations(3000, 100, 120, 120, 120);

        assertThat(watch.seconds(() -> advance(milliseconds))).isEqualTo(0.1);
        assertThat(milliseconds).isEmpty();
    }

    @Test
    void workOfSecondsIsRepeatedOnce() {
        Queue<Long> milliseconds = durations(2500, 2100, 1);

        assertThat(watch.seconds(() -> advance(milliseconds))).isEqualTo(2.1);
        assertThat(milliseconds).hasSize(1);
    }

    @Test
    void workOfAMinuteIsNotRepeated() {
        Queue<Long> milliseconds = durations(60_000, 1, 1);

        assertThat(watch.seconds(() -> advance(milliseconds))).isEqualTo(60);
        assertThat(milliseconds).hasSize(2);
    }

    @Test
    void workThatIsDoneOnceIsMeasuredAsItIs() {
        assertThat(watch.once(() -> advance(durations(900)))).isEqualTo(0.9);
    }

    private void advance(Queue<Long> milliseconds) {
        now.addAndGet(1_000_000 * milliseconds.remove());
    }

    private static Queue<Long> durations(long... milliseconds) {
        return new ArrayDeque<>(Arrays.stream(milliseconds).boxed().toList());
    }
}
