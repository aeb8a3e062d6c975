package org.dwastudio.stage.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dwastudio.nn.torch.OperationThreads;
import org.dwastudio.task.DaemonThreads;

/**
 * Threads on which parts of a stage run at the same time. Each has an equal share of the processor threads that the
 * calling thread has for a tensor operation, so that a result depends on the share only, not on what else runs. A
 * single worker is the calling thread itself.
 */
public final class StageWorkers implements AutoCloseable {
    private final List<ExecutorService> threads = new ArrayList<>();

    private StageWorkers(int workers) {
        int all = OperationThreads.ofThisThread();
        int share = Math.max(1, all / workers);
        if (workers > 1) {
            for (int worker = 0; worker < workers; worker++) {
                threads.add(Executors.newSingleThreadExecutor(new DaemonThreads("dwa-worker-" + (worker + 1))));
            }
            runAll(threads.stream()
                    .<Callable<Integer>>map(thread -> () -> {
                        OperationThreads.set(share);
                        return share;
                    })
                    .toList());
            // Threads that call PyTorch later begin with the number that was set last.
            OperationThreads.set(all);
        }
    }

    /**
     * Starts the threads.
     *
     * @param workers number of parts that run at the same time, 1 or more
     */
    public static StageWorkers of(int workers) {
        return new StageWorkers(workers);
    }

    /** Returns the number of parts that run at the same time. */
    public int count() {
        return Math.max(1, threads.size());
    }

    /**
     * Runs one part per worker and waits for all of them. A part always runs on the worker of its place.
     *
     * @param parts at most {@link #count()}
     * @return results in the order of the parts; that of a failed part throws its failure when it is read
     */
    public <T> List<PartResult<T>> runAll(List<Callable<T>> parts) {
        if (threads.isEmpty()) {
            return parts.stream().map(PartResult::of).toList();
        }
        List<Future<PartResult<T>>> started = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Callable<T> part = parts.get(i);
            started.add(threads.get(i).submit(() -> PartResult.of(part)));
        }
        return started.stream().map(StageWorkers::awaited).toList();
    }

    /** Waits also if the calling thread is interrupted: the parts use tensors that the caller closes. */
    private static <T> PartResult<T> awaited(Future<PartResult<T>> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return part.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdown);
    }
}
