package org.dwastudio.data.preprocess;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dwastudio.task.DaemonThreads;

/**
 * Prefetch on background threads that returns the results in the order of their inputs. With enough threads the
 * consumer need not wait. At most {@code ahead} results are finished or in progress at a time, which bounds their
 * memory.
 *
 * <p>If the work on an input fails, {@link #next()} throws at that input's position; the next call continues with the
 * following input. For one consumer: its methods are called by one thread, which also iterates over the inputs.
 *
 * @param <I> input of the work
 * @param <O> result of the work; never null
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
     * Creates a prefetch and begins at once.
     *
     * @param inputs inputs that the consumer's thread iterates over, no further than needed
     * @param work function that is called on the background threads, several at a time
     * @param threads number of background threads, 1 or more; they end when idle
     * @param ahead number of inputs that may be processed before the first of them is taken, 1 or more
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
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DaemonThreads("dwa-prefetch"));
        pool.allowCoreThreadTimeOut(true);
        fill();
    }

    /** Returns true if there is another result; false after {@link #close()}. */
    @Override
    public boolean hasNext() {
        return !window.isEmpty();
    }

    /**
     * Returns the result for the next input; waits until it is finished.
     *
     * @throws RuntimeException that the work on this input failed with
     * @throws CancellationException if the thread is interrupted while it waits; it stays interrupted
     * @throws NoSuchElementException if there are no more inputs, or this is closed
     */
    @Override
    public O next() {
        CompletableFuture<O> first = window.remove();
        fill();
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for what is prepared in the background");
        }
    }

    /** Discards prefetched results and waits for work in progress; nothing runs afterwards. */
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
}
