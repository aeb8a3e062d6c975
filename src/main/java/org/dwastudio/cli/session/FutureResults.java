package org.dwastudio.cli.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waiting for results of the engine. */
public final class FutureResults {
    private FutureResults() {}

    /**
     * The answer.
     *
     * @throws Exception what answering failed with
     */
    public static <T> T of(CompletableFuture<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
