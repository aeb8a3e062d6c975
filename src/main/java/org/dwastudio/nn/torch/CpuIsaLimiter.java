package org.dwastudio.nn.torch;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limit that keeps PyTorch's convolutions from using newer instructions on virtual machines whose AMD processor has
 * AVX-512. There the oneDNN bundled with PyTorch 2.7.1 divides by zero, writes past its memory or returns uninitialized
 * memory (docs/decisions/0013). A value of {@value #VARIABLE} set by the user takes precedence.
 */
final class CpuIsaLimiter {
    /** Environment variable that oneDNN reads at its first convolution. */
    static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

    private static final String LIMIT = "AVX";
    private static final Logger LOG = LoggerFactory.getLogger(CpuIsaLimiter.class);
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private CpuIsaLimiter() {}

    /**
     * Sets the limit for this process where it is needed; does nothing elsewhere. Must be called before the engine is
     * loaded.
     */
    static void set() {
        if (!Platform.isLinux() || System.getenv(VARIABLE) != null || !Files.isReadable(PROCESSORS)) {
            return;
        }
        try {
            if (isNeeded(Files.readAllLines(PROCESSORS))) {
                // Java cannot set an environment variable of its own process.
                Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, LIMIT, 0});
                LOG.debug("{} is {}", VARIABLE, LIMIT);
            }
        } catch (IOException e) {
            LOG.debug("The kind of processor is not known", e);
        }
    }

    /**
     * Returns true if these lines of {@code /proc/cpuinfo} describe an AMD processor with AVX-512 under a hypervisor.
     */
    static boolean isNeeded(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith("vendor_id") && line.endsWith("AuthenticAMD"))
                && lines.stream()
                        .filter(line -> line.startsWith("flags"))
                        .map(line -> new HashSet<>(Arrays.asList(line.split("\\s+", -1))))
                        .anyMatch(flags -> flags.containsAll(Set.of("avx512f", "hypervisor")));
    }
}
