package org.dwastudio.data.download;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.dwastudio.task.CancellationToken;

/** Cancellation signal of a download; checked at least every {@link #LOOK_MILLIS} milliseconds. */
record StopSignal(CancellationToken token) {
    static final long LOOK_MILLIS = 50;

    /**
     * Checks the signal.
     *
     * @throws CancellationException when the download is to stop
     */
    void check() {
        token.throwIfCancelled(
                "The download was stopped. The downloaded part is kept, and the next download continues from there.");
    }

    /** Waits for the given duration; throws a {@link CancellationException} when the download is to stop. */
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

    /** Returns the exception for an interrupted thread, which is treated like a stop; restores the interrupt flag. */
    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("The download was interrupted. The downloaded part is kept.");
    }
}
