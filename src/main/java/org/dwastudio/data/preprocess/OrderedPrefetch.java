package org.dwastudio.data.preprocess;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Works ahead on background threads and hands the results out in the order of their inputs, so that whoever takes them
 * need not wait when there are enough threads. At most {@code ahead} results are finished or under way at a time, which
 * bounds the memory they take.
 *
 * <p>A failure of the work on one input is thrown by {@link #next()} at that input's place; the next call goes on behind
 * it. For one consumer: its methods are called by one thread, which is also the one that walks the inputs.
 *
 * @param <I> what is worked on
 * @param <O> what comes of it; never null
 */
public final class OrderedPrefetch<I, O> implements Iterator<O>, AutoCloseable {
    private static final int IDLE_SECONDS = 10;

    private final Iterator<I> inputs;
    private final Function<? super I, ? extends O> work;
    private final int ahead;
    private final ThreadPoolExecutor pool;
    private final Queue<CompletableFuture<O>> window = new ArrayDeque<>();
    private boolean exhausted;

    /**
     * Begins at once.
     *
     * @param inputs walked by the consumer's thread, no further than needed
     * @param work called on the background threads; safe from several of them at a time
     * @param threads how many background threads there are, 1 or more; they end when they are idle
     * @param ahead how many inputs may be worked on before the first of them is taken, 1 or more
     */
    public OrderedPrefetch(Iterator<I> inputs, Function<? super I, ? extends O> work, int threads, int ahead) {
        if (threads < 1 || ahead < 1) {
            throw new IllegalArgumentException(
                    "expected 1 or more threads and inputs ahead, got " + threads + " and " + ahead);
        }
        this.inputs = inputs;
        this.work = work;
        this.ahead = ahead;
        pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), OrderedPrefetch::daemon);
        pool.allowCoreThreadTimeOut(true);
        fill();
    }

    /** Whether there is another result; false after {@link #close()}. */
    @Override
    public boolean hasNext() {
        return !window.isEmpty();
    }

    /**
     * The result for the next input; waits until it is there.
     *
     * @throws RuntimeException what the work on this input failed with
     * @throws CancellationException when the thread is interrupted while it waits; it stays interrupted
     * @throws NoSuchElementException when all inputs are through, or this is closed
     */
    @Override
    public O next() {
        CompletableFuture<O> first = window.remove();
        fill();
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for what is prepared in the background");
        }
    }

    /** Forgets what was worked out ahead, and waits for the work that is under way; nothing runs afterwards. */
    @Override
    public void close() {
        exhausted = true;
        window.clear();
        pool.getQueue().clear();
        pool.shutdown();
        try {
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() {
        while (!exhausted && window.size() < ahead) {
            CompletableFuture<O> result = new CompletableFuture<>();
            try {
                if (!inputs.hasNext()) {
                    exhausted = true;
                    return;
                }
                I input = inputs.next();
                pool.execute(() -> finish(result, input));
            } catch (RuntimeException failure) {
                exhausted = true;
                result.completeExceptionally(failure);
            }
            window.add(result);
        }
    }

    private void finish(CompletableFuture<O> result, I input) {
        try {
            result.complete(work.apply(input));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    private static RuntimeException thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }

    private static Thread daemon(Runnable run) {
        Thread thread = new Thread(run, "dwa-prefetch");
        thread.setDaemon(true);
        return thread;
    }
}
