package org.dwastudio.bench.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time of all Java threads that are not part of a run: those of JavaFX, its renderer and the work in the
 * background of the window. Threads of the virtual machine, such as those of the compiler, do not count.
 *
 * @param nanoTime time of the measurement, of {@link System#nanoTime}
 * @param nanos processor time of each thread since its start, by thread identifier
 */
record OtherThreads(long nanoTime, Map<Long, Long> nanos) {
    static final OtherThreads NONE = new OtherThreads(0, Map.of());

    private static final String ENGINE = "dwa-engine";
    private static final String WORKERS = "dwa-worker";
    private static final double NANOS_PER_SECOND = 1e9;

    /** Measures the threads that exist now. */
    static OtherThreads now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> times = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && !ofRun(thread.getThreadName())) {
                times.put(thread.getThreadId(), Math.max(0, threads.getThreadCpuTime(thread.getThreadId())));
            }
        }
        return new OtherThreads(System.nanoTime(), times);
    }

    private static boolean ofRun(String name) {
        return name.startsWith(ENGINE) || name.startsWith(WORKERS);
    }

    /** Returns the time between two measurements, in seconds. */
    double secondsUntil(OtherThreads later) {
        return (later.nanoTime - nanoTime) / NANOS_PER_SECOND;
    }

    /** Returns the processor time between two measurements as a share of all processors, 0 to 1. */
    double shareUntil(OtherThreads later) {
        long used = 0;
        for (Map.Entry<Long, Long> thread : later.nanos.entrySet()) {
            used += thread.getValue() - nanos.getOrDefault(thread.getKey(), 0L);
        }
        double available = secondsUntil(later) * Runtime.getRuntime().availableProcessors();
        return used / NANOS_PER_SECOND / available;
    }
}
