package org.dwastudio.engine.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dwastudio.task.DaemonThreads;

/** The one thread that touches tensors: its gradient collector is one per virtual machine. */
public final class EngineThread implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(new DaemonThreads("dwa-engine"));
    private final Runnable last;

    /** A thread that waits for work; {@code last} is the last thing that it does. */
    public EngineThread(Runnable last) {
        this.last = last;
    }

    /** Queues work behind what is already there; a failure arrives in the future. */
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /** Rejects further work and waits up to ten seconds for the running work and the final task. Called once. */
    @Override
    public void close() {
        executor.execute(last);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
