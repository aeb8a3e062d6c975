package org.dwastudio.data.download;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.dwastudio.event.ProgressListener;

/** Progress of a download, reported at most ten times a second. */
final class TransferProgress {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ProgressListener listener;
    private final long total;
    private final LongSupplier nanoClock;
    private long done = -1;
    private long reported = -1;
    private long reportedAt;

    /**
     * Creates a progress of zero.
     *
     * @param total bytes that are downloaded and then extracted, together
     */
    TransferProgress(ProgressListener listener, long total, LongSupplier nanoClock) {
        this.listener = listener;
        this.total = total;
        this.nanoClock = nanoClock;
    }

    /** Updates the number of bytes done; the first and the last are reported at once. */
    void at(long bytes) {
        done = Math.min(bytes, total);
        if (reported < 0 || done == total) {
            report();
        } else {
            catchUp();
        }
    }

    /** Reports a withheld update, if it is due. */
    void catchUp() {
        if (nanoClock.getAsLong() - reportedAt >= INTERVAL_NANOS) {
            report();
        }
    }

    private void report() {
        if (done != reported) {
            reported = done;
            reportedAt = nanoClock.getAsLong();
            listener.progressed(done, total);
        }
    }
}
