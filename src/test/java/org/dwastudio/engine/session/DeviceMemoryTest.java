package org.dwastudio.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceMemoryTest {
    @TempDir
    Path folder;

    @Test
    void countsWhatIsFreeAndWhatTheProgramHoldsAlready() throws IOException {
        write("meminfo", "MemTotal:       8000 kB\nMemAvailable:   3000 kB\n");
        write("self/status", "Name:\tjava\nVmRSS:\t    500 kB\n");

        assertThat(new DeviceMemory(folder, folder.resolve("none")).available(Device.cpu()))
                .hasValue(3500 * 1024L);
    }

    @Test
    void keepsToTheLimitOfAContainerButCountsItsFileCachesAsFree() throws IOException {
        write("meminfo", "MemAvailable:   3000 kB\n");
        write("self/status", "VmRSS:\t    500 kB\n");
        write("container/memory.max", "1000000\n");
        write("container/memory.current", "800000\n");
        write("container/memory.stat", "anon 512000\ninactive_file 100000\n");

        assertThat(new DeviceMemory(folder, folder.resolve("container")).available(Device.cpu()))
                .hasValue(300_000 + 500 * 1024L);
    }

    @Test
    void aContainerWithoutALimitSetsNone() throws IOException {
        write("meminfo", "MemAvailable:   3000 kB\n");
        write("container/memory.max", "max\n");
        write("container/memory.current", "800000\n");

        assertThat(new DeviceMemory(folder, folder.resolve("container")).available(Device.cpu()))
                .hasValue(3000 * 1024L);
    }

    @Test
    void asksTheSystemWhereTheKernelDoesNotTell() {
        assertThat(new DeviceMemory(folder, folder).available(Device.cpu()).orElseThrow())
                .isPositive();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
