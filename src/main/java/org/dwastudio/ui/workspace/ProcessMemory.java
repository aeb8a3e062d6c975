package org.dwastudio.ui.workspace;

import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Memory of this process in bytes, measured in the background: each question returns the newest measurement and requests
 * the next. Before the first one, and if the system does not report it, it is the size of the Java heap.
 */
public final class ProcessMemory implements LongSupplier {
    private final Supplier<OptionalLong> resident;
    private final Executor background;
    private final AtomicLong newest = new AtomicLong(ofHeap());
    private final AtomicBoolean requested = new AtomicBoolean();

    /** @param resident measures, and may take its time */
    public ProcessMemory(Supplier<OptionalLong> resident, Executor background) {
        this.resident = resident;
        this.background = background;
    }

    @Override
    public long getAsLong() {
        if (requested.compareAndSet(false, true)) {
            background.execute(this::measure);
        }
        return newest.get();
    }

    private void measure() {
        requested.set(false);
        newest.set(resident.get().orElseGet(ProcessMemory::ofHeap));
    }

    private static long ofHeap() {
        return Runtime.getRuntime().totalMemory();
    }
}
