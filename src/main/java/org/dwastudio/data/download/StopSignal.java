package org.dwastudio.data.download;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether a download shall end; looked at at least every {@link #LOOK_MILLIS} milliseconds. */
record StopSignal(BooleanSupplier stopped) {
    static final long LOOK_MILLIS = 50;

    /** @throws CancellationException when it shall */
    void check() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException(
                    "The download was stopped. The downloaded part is kept, and the next download continues from there.");
        }
    }

    /** Waits, unless it shall end. */
    void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        check();
        try {
            for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
                check();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Somebody interrupted the thread: the same as a stop. */
    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("The download was interrupted. The downloaded part is kept.");
    }
}
