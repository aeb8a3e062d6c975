package org.dwastudio.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemMemoryTest {
    private final SystemMemory memory = new SystemMemory();

    @Test
    void thisProcessHoldsMoreThanItsHeapUsesAndLeavesSome() {
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

        assertThat(memory.resident().orElseThrow()).isGreaterThan(heap / 2);
        assertThat(memory.available().orElseThrow()).isGreaterThan(1_000_000L);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxItIsWhatTheKernelReports() throws IOException {
        assertThat((double) memory.resident().orElseThrow())
                .isCloseTo(kilobytes("/proc/self/status", "VmRSS:"), within(100e6));
        assertThat((double) memory.available().orElseThrow())
                .isCloseTo(kilobytes("/proc/meminfo", "MemAvailable:"), within(3e9));
    }

    private static double kilobytes(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
