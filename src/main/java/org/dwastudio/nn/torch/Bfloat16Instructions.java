package org.dwastudio.nn.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether the processor has instructions for bfloat16 that the convolutions use; without them they are slow. */
final class Bfloat16Instructions {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Set<String> FLAGS = Set.of("avx512_bf16", "amx_bf16");
    /** Values of {@link CpuIsaLimiter#VARIABLE} that leave them out. */
    private static final Set<String> BELOW =
            Set.of("SSE41", "AVX", "AVX2", "AVX2_VNNI", "AVX512_CORE", "AVX512_CORE_VNNI");

    private Bfloat16Instructions() {}

    /** False also where it is not known: the system is asked on Linux alone. */
    static boolean areUsed() {
        try {
            return Files.isReadable(PROCESSORS)
                    && areUsed(
                            Files.readAllLines(PROCESSORS), Optional.ofNullable(System.getenv(CpuIsaLimiter.VARIABLE)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The same of another processor.
     *
     * @param lines of {@code /proc/cpuinfo}
     * @param limit that the user has set
     */
    static boolean areUsed(List<String> lines, Optional<String> limit) {
        boolean limited = limit.map(name -> BELOW.contains(name.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> CpuIsaLimiter.isNeeded(lines));
        return !limited
                && lines.stream()
                        .filter(line -> line.startsWith("flags"))
                        .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                        .anyMatch(FLAGS::contains);
    }
}
