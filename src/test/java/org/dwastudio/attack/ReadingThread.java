package org.dwastudio.attack;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Thread on which inputs are read, so that a reading that does not end fails the test. */
final class ReadingThread implements AutoCloseable {
    private static final int LONGEST_SECONDS = 30;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "attacked reader");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Reads an input.
     *
     * @param round name of the attempt in failure messages
     */
    Attempt read(Sandbox sandbox, ForeignReader.Reading reading, String round) throws InterruptedException {
        try {
            return executor.submit(() -> attempt(sandbox, reading)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(round + ": still reading after " + LONGEST_SECONDS + " seconds\n" + stack(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(round, e.getCause());
        }
    }

    private Attempt attempt(Sandbox sandbox, ForeignReader.Reading reading) {
        long before = threads.getCurrentThreadAllocatedBytes();
        Optional<Throwable> failure = Optional.empty();
        try {
            reading.read(sandbox.input(), sandbox.scratch());
        } catch (Throwable e) { // Errors are findings, too.
            failure = Optional.of(e);
        }
        return new Attempt(failure, threads.getCurrentThreadAllocatedBytes() - before);
    }

    private static String stack() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("attacked reader"))
                .map(thread -> Arrays.toString(thread.getValue()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
