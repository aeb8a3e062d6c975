package org.dwastudio.engine.session;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** How much memory a device could give to this program. */
public final class DeviceMemory {
    private static final Path PROC = Path.of("/proc");
    private static final Path CONTAINER = Path.of("/sys/fs/cgroup");
    private static final long KILOBYTE = 1024;

    /** The CUDA context with cuDNN and cuBLAS. */
    private static final long CUDA_CONTEXT = 600_000_000;
    /** The virtual machine and the engine's library, where the system does not report it. */
    private static final long LEAST_BASE = 250_000_000;

    private final Path proc;
    private final Path container;
    private final Function<Device, OptionalLong> freeOnGpu;

    public DeviceMemory() {
        this(PROC, CONTAINER, DeviceMemory::freeByCuda);
    }

    /**
     * Reads what Linux says elsewhere.
     *
     * @param proc where the kernel tells of memory and of processes
     * @param container where the limits of a container stand (cgroup v2)
     */
    DeviceMemory(Path proc, Path container) {
        this(proc, container, DeviceMemory::freeByCuda);
    }

    /**
     * Reads memory elsewhere, that of graphics cards included.
     *
     * @param freeOnGpu the bytes that nobody holds on a card; empty when it cannot be asked
     */
    DeviceMemory(Path proc, Path container, Function<Device, OptionalLong> freeOnGpu) {
        this.proc = proc;
        this.container = container;
        this.freeOnGpu = freeOnGpu;
    }

    /** Returns the bytes that the program holds on a device besides the tensors of a stage. */
    public long base(Device device) {
        return device.isGpu() ? CUDA_CONTEXT : Math.max(LEAST_BASE, held());
    }

    /**
     * The bytes that this program could hold now: what it holds already and what is still free. To be compared with the
     * most memory that a stage would hold.
     *
     * @return empty when the device cannot be asked
     */
    public OptionalLong available(Device device) {
        if (device.isGpu()) {
            // Asking a card creates the context, so that the free memory never includes it.
            OptionalLong free = freeOnGpu.apply(device);
            return free.isPresent() ? OptionalLong.of(free.getAsLong() + CUDA_CONTEXT) : free;
        }
        OptionalLong free = kilobytes(proc.resolve("meminfo"), "MemAvailable:");
        if (free.isEmpty()) {
            return systemMemory();
        }
        long available = free.getAsLong() + held();
        OptionalLong limit = containerLimit();
        return OptionalLong.of(limit.isPresent() ? Math.min(available, limit.getAsLong()) : available);
    }

    /** The bytes that this program holds in main memory; 0 where the system does not tell. */
    public long held() {
        return kilobytes(proc.resolve("self/status"), "VmRSS:").orElse(0);
    }

    private static OptionalLong freeByCuda(Device device) {
        try {
            MemoryUsage usage = CudaUtils.getGpuMemory(device);
            return OptionalLong.of(usage.getMax() - usage.getCommitted());
        } catch (EngineException | IllegalArgumentException | LinkageError e) {
            return OptionalLong.empty();
        }
    }

    /** Where there is no Linux: what the operating system calls free. */
    private static OptionalLong systemMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? OptionalLong.of(system.getFreeMemorySize())
                : OptionalLong.empty();
    }

    /** What the container lets all its processes hold, less what others hold; file caches are given up when needed. */
    private OptionalLong containerLimit() {
        OptionalLong limit = number(lines(container.resolve("memory.max")), "");
        OptionalLong used = number(lines(container.resolve("memory.current")), "");
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long caches =
                number(lines(container.resolve("memory.stat")), "inactive_file").orElse(0);
        return OptionalLong.of(limit.getAsLong() - used.getAsLong() + caches + held());
    }

    private static OptionalLong kilobytes(Path file, String name) {
        OptionalLong number = number(lines(file), name);
        return number.isPresent() ? OptionalLong.of(number.getAsLong() * KILOBYTE) : number;
    }

    /** The number behind a name at the start of a line. */
    private static OptionalLong number(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line ->
                        Arrays.stream(line.substring(name.length()).strip().split("\\s+", -1)))
                .filter(word -> word.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            // Names of processes may be in any encoding; Latin-1 reads them all.
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
