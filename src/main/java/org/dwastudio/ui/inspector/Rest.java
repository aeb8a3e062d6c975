package org.dwastudio.ui.inspector;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Executors of work that is worth the effort only if the user stays with an image. */
final class Rest {
    private Rest() {}

    /** Returns an executor that starts work after a delay. */
    static Executor of(Duration delay, Executor executor) {
        return delay.isZero()
                ? executor
                : CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor);
    }
}
