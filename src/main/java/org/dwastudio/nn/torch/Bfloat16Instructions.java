package org.dwastudio.nn.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Detection of processor instructions for bfloat16 that the convolutions use; without them bfloat16 is slow. */
final class Bfloat16Instructions {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Set<String> FLAGS = Set.of("avx512_bf16", "amx_bf16");
    /** Environment variable that oneDNN reads at its first convolution: the newest instructions that it may use. */
    private static final String LIMIT = "ONEDNN_MAX_CPU_ISA";
    /** Limits that exclude these instructions. */
    private static final Set<String> BELOW =
            Set.of("SSE41", "AVX", "AVX2", "AVX2_VNNI", "AVX512_CORE", "AVX512_CORE_VNNI");

    private Bfloat16Instructions() {}

    /**
     * Returns true if this processor has the instructions and no limit excludes them. Returns false where it is not
     * known: only Linux is asked.
     */
    static boolean areUsed() {
        try {
            return Files.isReadable(PROCESSORS)
                    && areUsed(Files.readAllLines(PROCESSORS), Optional.ofNullable(System.getenv(LIMIT)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the result for a given processor.
     *
     * @param lines lines of {@code /proc/cpuinfo}
     * @param limit limit set by the user
     */
    static boolean areUsed(List<String> lines, Optional<String> limit) {
        return limit.map(name -> name.toUpperCase(Locale.ROOT))
                        .filter(BELOW::contains)
                        .isEmpty()
                && lines.stream()
                        .filter(line -> line.startsWith("flags"))
                        .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                        .anyMatch(FLAGS::contains);
    }
}
