package org.dwastudio.ui.fx;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.dwastudio.event.ProgressListener;

/**
 * Transfer of progress to the JavaFX thread: the newest only, with at most one call waiting, however often it is
 * reported.
 */
public final class LatestProgress implements ProgressListener {
    private final Executor fxExecutor;
    private final Consumer<WorkProgress> shown;
    private final AtomicReference<Optional<WorkProgress>> waiting = new AtomicReference<>(Optional.empty());

    /**
     * Creates a listener.
     *
     * @param shown consumer that is called on the JavaFX thread
     */
    public LatestProgress(Executor fxExecutor, Consumer<WorkProgress> shown) {
        this.fxExecutor = fxExecutor;
        this.shown = shown;
    }

    @Override
    public void progressed(long done, long total) {
        if (waiting.getAndSet(Optional.of(new WorkProgress(done, total))).isEmpty()) {
            fxExecutor.execute(() -> waiting.getAndSet(Optional.empty()).ifPresent(shown));
        }
    }
}
