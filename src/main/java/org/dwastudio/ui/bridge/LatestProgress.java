package org.dwastudio.ui.bridge;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import org.dwastudio.event.ProgressListener;

/**
 * Brings the progress of some work to the JavaFX thread: the newest only, and never with two calls waiting, however often
 * the work tells it.
 */
public final class LatestProgress implements ProgressListener {
    private final Executor fxExecutor;
    private final DoubleConsumer shown;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile double fraction;

    /** @param shown told on the JavaFX thread: 0 to 1, or −1 while the total is not known */
    public LatestProgress(Executor fxExecutor, DoubleConsumer shown) {
        this.fxExecutor = fxExecutor;
        this.shown = shown;
    }

    @Override
    public void progressed(long done, long total) {
        fraction = total > 0 ? Math.min(1, (double) done / total) : -1;
        if (waiting.compareAndSet(false, true)) {
            fxExecutor.execute(() -> {
                waiting.set(false);
                shown.accept(fraction);
            });
        }
    }
}
