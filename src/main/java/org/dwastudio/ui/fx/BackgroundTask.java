package org.dwastudio.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work off the FX thread whose result comes back to it. Tests pass executors of the current thread.
 *
 * @param <T> result
 */
public final class BackgroundTask<T> {
    private final Callable<T> work;
    private Consumer<T> onSuccess = result -> {};
    private Consumer<Throwable> onFailure = failure -> {};

    private BackgroundTask(Callable<T> work) {
        this.work = work;
    }

    /** Returns a task that has not started. */
    public static <T> BackgroundTask<T> of(Callable<T> work) {
        return new BackgroundTask<>(work);
    }

    /** Sets the consumer of the result, called on the FX thread. */
    public BackgroundTask<T> onSuccess(Consumer<T> consumer) {
        onSuccess = consumer;
        return this;
    }

    /** Sets the consumer of a failure, called on the FX thread. */
    public BackgroundTask<T> onFailure(Consumer<Throwable> consumer) {
        onFailure = consumer;
        return this;
    }

    /** Starts the task. */
    public void start(Executor background, Executor fx) {
        background.execute(() -> {
            try {
                T result = work.call();
                fx.execute(() -> onSuccess.accept(result));
            } catch (Exception failure) {
                fx.execute(() -> onFailure.accept(failure));
            }
        });
    }

    /** Starts the task on the threads of the window. */
    public void start(Threads threads) {
        start(threads.background(), threads.fx());
    }
}
