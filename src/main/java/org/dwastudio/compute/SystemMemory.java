package org.dwastudio.compute;

import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/**
 * Main memory of the computer and of this process, on every system. The first question takes some hundred milliseconds and
 * each further one some milliseconds, so it is not for the thread that draws. Safe from any thread.
 */
public final class SystemMemory {
    private static final Logger LOG = LoggerFactory.getLogger(SystemMemory.class);

    private final SystemInfo system = new SystemInfo();

    /** Returns the bytes that processes could still allocate without swapping; empty if the system does not report it. */
    public OptionalLong available() {
        try {
            return positive(system.getHardware().getMemory().getAvailable());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The free memory is not known", e);
            return OptionalLong.empty();
        }
    }

    /** Returns the bytes of main memory that this process holds; empty if the system does not report it. */
    public OptionalLong resident() {
        try {
            OSProcess process = system.getOperatingSystem().getCurrentProcess();
            return positive(process.getResidentMemory());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The memory of this process is not known", e);
            return OptionalLong.empty();
        }
    }

    private static OptionalLong positive(long bytes) {
        return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
    }
}
