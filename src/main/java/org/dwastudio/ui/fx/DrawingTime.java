package org.dwastudio.ui.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Processor time of the threads that lay out and draw the window, in nanoseconds. Created and used on the FX thread.
 */
public final class DrawingTime implements LongSupplier {
    private static final String RENDERER = "QuantumRenderer";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] drawing;

    public DrawingTime() {
        long here = Thread.currentThread().getId();
        drawing = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(info ->
                        info.getThreadId() == here || info.getThreadName().startsWith(RENDERER))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
    }

    @Override
    public long getAsLong() {
        return threads.isThreadCpuTimeSupported()
                ? Arrays.stream(drawing).map(threads::getThreadCpuTime).sum()
                : 0;
    }
}
