package org.dwastudio.task;

import java.util.concurrent.CancellationException;

/**
 * Request to end work early, which the work checks before every step. Safe from any thread. Native code is never
 * interrupted.
 *
 * <p>A stage that is canceled returns its partial result, which is marked as canceled. Any other work throws a
 * {@link CancellationException}, also when its thread is interrupted while it waits.
 */
@FunctionalInterface
public interface CancellationToken {
    /** Token that is never canceled. */
    CancellationToken NONE = () -> false;

    boolean isCancelled();

    /**
     * Ends the work if it is canceled.
     *
     * @param message sentence for the user: what was ended, and what was kept
     * @throws CancellationException if it is canceled
     */
    default void throwIfCancelled(String message) {
        if (isCancelled()) {
            throw new CancellationException(message);
        }
    }
}
