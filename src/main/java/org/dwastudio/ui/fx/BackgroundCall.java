package org.dwastudio.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Call in the background whose exception, checked or not, becomes that of a future. */
public final class BackgroundCall {
    private BackgroundCall() {}

    /** Starts a call; the future fails with its exception as the cause. */
    public static <T> CompletableFuture<T> start(Callable<T> work, Executor background) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                background);
    }
}
