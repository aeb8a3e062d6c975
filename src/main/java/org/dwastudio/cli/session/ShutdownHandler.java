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
 * While open, the end of the program (Ctrl-C, SIGTERM) stops a run before its next step, and waits until what is done
 * is on disk and said.
 */
public final class ShutdownHandler implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook;

    public ShutdownHandler(RunControl control) {
        this(control::cancel);
    }

    /** @param cancel asks the work to end soon */
    public ShutdownHandler(Runnable cancel) {
        hook = new Thread(() -> stop(cancel), "dwa-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * How the run ended.
     *
     * @param progress closed when it has ended
     * @throws Exception what the run failed with
     */
    public <T> T await(CompletableFuture<T> outcome, ConsoleProgress progress) throws Exception {
        try (progress) {
            return await(outcome);
        }
    }

    /**
     * How some work without a bar ended.
     *
     * @throws Exception what it failed with; an {@link InterruptedIOException} when it was stopped
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
            said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook is what ended the run.
        }
    }
}
