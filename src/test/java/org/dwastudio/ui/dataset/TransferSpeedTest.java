package org.dwastudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransferSpeedTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final TransferSpeed speed = new TransferSpeed(clock::get);

    @Test
    void whatWasHereBeforeDoesNotCount() {
        speed.begin();
        arrivedAt(0, 100_000_000);
        assertThat(speed.bytesPerSecond()).isEmpty();

        arrivedAt(2, 104_000_000);

        assertThat(speed.bytesPerSecond()).hasValue(2_000_000);
    }

    @Test
    void theLastSecondsCount() {
        speed.begin();
        for (int second = 0; second <= 10; second++) {
            arrivedAt(second, second * 1_000_000L);
        }
        for (int second = 11; second <= 20; second++) {
            arrivedAt(second, 10_000_000 + (second - 10) * 3_000_000L);
        }
        assertThat(speed.bytesPerSecond()).hasValue(3_000_000);
    }

    @Test
    void aNewBeginningDiscardsTheLast() {
        arrivedAt(0, 0);
        arrivedAt(1, 5_000_000);
        speed.begin();
        arrivedAt(50, 5_000_000);
        assertThat(speed.bytesPerSecond()).isEmpty();
    }

    private void arrivedAt(long second, long bytes) {
        clock.set(second * SECOND);
        speed.arrived(bytes);
    }
}
