package org.dwastudio.ui.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Speed of a download over the last seconds; earlier downloads are not counted. */
final class TransferSpeed {
    private static final long WINDOW = 5_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long bytes) {}

    TransferSpeed(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void begin() {
        samples.clear();
    }

    /** Records the number of bytes present now. */
    void arrived(long bytes) {
        long now = nanoClock.getAsLong();
        samples.addLast(new Sample(now, bytes));
        while (samples.size() > 2 && now - samples.getFirst().nanos() > WINDOW) {
            samples.removeFirst();
        }
    }

    /** Returns the speed; empty until it can be measured. */
    OptionalDouble bytesPerSecond() {
        if (samples.size() < 2) {
            return OptionalDouble.empty();
        }
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        long bytes = samples.getLast().bytes() - samples.getFirst().bytes();
        return nanos > 0 && bytes > 0 ? OptionalDouble.of(bytes * NANOS_PER_SECOND / nanos) : OptionalDouble.empty();
    }
}
