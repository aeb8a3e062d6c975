package org.dwastudio.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what the engine was asked. */
final class Answer {
    private Answer() {}

    /**
     * The answer.
     *
     * @throws Exception what answering failed with
     */
    static <T> T of(CompletableFuture<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
