package org.dwastudio.data.download;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.dwastudio.event.ProgressListener;

/** Tells how far a download is, at most ten times a second. */
final class TransferProgress {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ProgressListener listener;
    private final long total;
    private final LongSupplier nanoClock;
    private long done = -1;
    private long told = -1;
    private long toldAt;

    /** @param total bytes that are fetched and then unpacked, together */
    TransferProgress(ProgressListener listener, long total, LongSupplier nanoClock) {
        this.listener = listener;
        this.total = total;
        this.nanoClock = nanoClock;
    }

    /** So many bytes are done; the first news and the last are told at once. */
    void at(long bytes) {
        done = Math.min(bytes, total);
        if (told < 0 || done == total) {
            tell();
        } else {
            catchUp();
        }
    }

    /** Tells what was held back, if it is time. */
    void catchUp() {
        if (nanoClock.getAsLong() - toldAt >= INTERVAL_NANOS) {
            tell();
        }
    }

    private void tell() {
        if (done != told) {
            told = done;
            toldAt = nanoClock.getAsLong();
            listener.progressed(done, total);
        }
    }
}
