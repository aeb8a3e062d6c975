package org.dwastudio.cli.session;

import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.stage.RunControl;

/**
 * Shutdown hook that cancels a run before its next step when the program is terminated (Ctrl-C, SIGTERM). It delays the
 * exit until the handler is closed, so that finished work is saved and reported, but for 60 seconds at most.
 */
public final class ShutdownHandler implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook;

    public ShutdownHandler(RunControl control) {
        this(control::cancel);
    }

    /**
     * Registers the shutdown hook.
     *
     * @param cancel requests that the work end soon
     */
    public ShutdownHandler(Runnable cancel) {
        hook = new Thread(() -> stop(cancel), "dwa-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Waits for a run and returns its outcome.
     *
     * @param progress progress display, closed when the run has ended
     * @throws Exception the failure of the run; an {@link InterruptedIOException} when it was canceled
     */
    public <T> T await(CompletableFuture<T> outcome, ConsoleProgress progress) throws Exception {
        try (progress) {
            return await(outcome);
        }
    }

    /**
     * Waits for work without a progress display and returns its outcome.
     *
     * @throws Exception the failure of the work; an {@link InterruptedIOException} when it was canceled
     */
    public <T> T await(CompletableFuture<T> outcome) throws Exception {
        try {
            return outcome.get();
        } catch (CancellationException e) {
            InterruptedIOException stopped = new InterruptedIOException(e.getMessage());
            stopped.initCause(e);
            throw stopped;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void stop(Runnable cancel) {
        cancel.run();
        try {
            reported.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is already shutting down: the hook is running and cannot be removed.
        }
    }
}
