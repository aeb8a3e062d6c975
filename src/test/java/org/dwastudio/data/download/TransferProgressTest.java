package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransferProgressTest {
    private final List<Long> reported = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final TransferProgress progress =
            new TransferProgress((done, total) -> reported.add(done), 1000, clock::get);

    @Test
    void itIsReportedTenTimesASecondAndAtBothEnds() {
        for (int bytes = 0; bytes < 1000; bytes++) {
            progress.at(bytes);
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        }
        progress.at(1000);
        progress.at(1000);

        assertThat(reported).containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L, 1000L);
    }

    @Test
    void aWithheldUpdateIsReportedWhenNothingMoreComes() {
        progress.at(0);
        progress.at(10);
        progress.catchUp();
        assertThat(reported).containsExactly(0L);

        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        progress.catchUp();
        progress.catchUp();

        assertThat(reported).containsExactly(0L, 10L);
    }

    @Test
    void moreThanTheWholeIsNeverReported() {
        progress.at(2000);

        assertThat(reported).containsExactly(1000L);
    }
}
