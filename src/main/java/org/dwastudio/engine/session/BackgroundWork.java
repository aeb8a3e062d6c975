package org.dwastudio.engine.session;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Work on a thread of its own, alongside a running stage. */
public final class BackgroundWork {
    private BackgroundWork() {}

    /** Starts work on a new daemon thread. */
    public static <T> CompletableFuture<T> start(String threadName, Callable<T> work) {
        return start(threadName, true, work);
    }

    /** Starts work on a new thread that keeps the program alive until it is done. */
    public static <T> CompletableFuture<T> startUninterruptible(String threadName, Callable<T> work) {
        return start(threadName, false, work);
    }

    private static <T> CompletableFuture<T> start(String threadName, boolean daemon, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), threadName);
        thread.setDaemon(daemon);
        thread.start();
        return result;
    }

    /** Starts work on a thread of an executor. */
    public static <T> CompletableFuture<T> on(Executor executor, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> complete(result, work));
        return result;
    }

    /** Does work on the calling thread and completes a future with its result or failure. */
    static <T> void complete(CompletableFuture<T> future, Callable<T> work) {
        try {
            future.complete(work.call());
        } catch (UncheckedIOException failure) {
            future.completeExceptionally(failure.getCause());
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
        }
    }
}
