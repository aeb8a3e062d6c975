package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.dwastudio.sweep.search.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialClockTest {
    private static final TrialQueue.Next PRESET = new TrialQueue.Next("preset", new Candidate(0, Map.of(), 1), 42);
    private static final TrialQueue.Next OTHER = new TrialQueue.Next("preset", new Candidate(0, Map.of(), 1), 43);

    @TempDir
    private Path temp;

    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);

    @Test
    void thePartsOfAnInterruptedRunAreAdded() {
        TrialClock first = clock();
        first.begin(PRESET);
        pass(100);
        first.keep();

        TrialClock later = clock();
        later.begin(PRESET);
        pass(20);
        assertThat(later.seconds()).isCloseTo(120, within(1e-9));

        later.begin(OTHER);
        pass(3);
        assertThat(later.seconds()).isCloseTo(3, within(1e-9));
    }

    @Test
    void aKilledProcessLosesAtMostFifteenSeconds() throws Exception {
        TrialClock killed = clock();
        killed.keepSometimes();
        killed.begin(PRESET);
        pass(14);
        killed.keepSometimes();
        assertThat(temp.resolve("elapsed.csv")).doesNotExist();
        pass(2);
        killed.keepSometimes();
        pass(14);
        killed.keepSometimes();
        assertThat(temp.resolve("elapsed.csv")).hasContent("preset,42,16.000");

        TrialClock later = clock();
        later.begin(PRESET);
        assertThat(later.seconds()).isCloseTo(16, within(1e-9));
        later.end();
        assertThat(temp.resolve("elapsed.csv")).doesNotExist();

        Files.writeString(temp.resolve("elapsed.csv"), "preset,42,many\n");
        later.begin(PRESET);
        assertThat(later.seconds()).isZero();
    }

    private TrialClock clock() {
        return new TrialClock(new SweepFolder(temp).elapsed(), nanos::get);
    }

    private void pass(int seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }
}
