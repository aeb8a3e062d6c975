package org.dwastudio.engine.session;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dwastudio.compute.SystemMemory;

/** Memory that a device could give to this program. */
public final class DeviceMemory {
    private static final Path CONTAINER = Path.of("/sys/fs/cgroup");

    /** The CUDA context with cuDNN and cuBLAS. */
    private static final long CUDA_CONTEXT = 600_000_000;
    /** The virtual machine and the engine's library, where the system does not report it. */
    private static final long LEAST_BASE = 250_000_000;

    private final Supplier<OptionalLong> free;
    private final Supplier<OptionalLong> resident;
    private final Path container;
    private final Function<Device, OptionalLong> freeOnGpu;

    public DeviceMemory() {
        this(new SystemMemory());
    }

    private DeviceMemory(SystemMemory system) {
        this(system::available, system::resident, CONTAINER, DeviceMemory::freeByCuda);
    }

    /**
     * Uses other measurements.
     *
     * @param free bytes that the computer could still allocate
     * @param resident bytes that this process holds
     * @param container folder with the limits of a Linux container (cgroup v2)
     * @param freeOnGpu unused bytes of a graphics card; empty if the card cannot be asked
     */
    DeviceMemory(
            Supplier<OptionalLong> free,
            Supplier<OptionalLong> resident,
            Path container,
            Function<Device, OptionalLong> freeOnGpu) {
        this.free = free;
        this.resident = resident;
        this.container = container;
        this.freeOnGpu = freeOnGpu;
    }

    /** Returns the bytes that the program holds on a device besides the tensors of a stage. */
    public long base(Device device) {
        return device.isGpu() ? CUDA_CONTEXT : Math.max(LEAST_BASE, held());
    }

    /**
     * Returns the bytes that this program could hold now: those it holds already and those that are still free. Comparable
     * with the largest amount of memory of a stage.
     *
     * @return empty if the device does not report it
     */
    public OptionalLong available(Device device) {
        if (device.isGpu()) {
            // Asking a card creates the context, so that the free memory never includes it.
            OptionalLong onCard = freeOnGpu.apply(device);
            return onCard.isPresent() ? OptionalLong.of(onCard.getAsLong() + CUDA_CONTEXT) : onCard;
        }
        OptionalLong unused = free.get();
        if (unused.isEmpty()) {
            return unused;
        }
        long available = unused.getAsLong() + held();
        OptionalLong limit = containerLimit();
        return OptionalLong.of(limit.isPresent() ? Math.min(available, limit.getAsLong()) : available);
    }

    /** Returns the bytes that this program holds in main memory; 0 if the system does not report it. */
    public long held() {
        return resident.get().orElse(0);
    }

    private static OptionalLong freeByCuda(Device device) {
        try {
            MemoryUsage usage = CudaUtils.getGpuMemory(device);
            return OptionalLong.of(usage.getMax() - usage.getCommitted());
        } catch (EngineException | IllegalArgumentException | LinkageError e) {
            return OptionalLong.empty();
        }
    }

    /** Returns the limit of the container less the memory of its other processes; file caches count as free. */
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

    /** Returns the number after a name at the start of a line. */
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
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return List.of();
        }
    }
}
