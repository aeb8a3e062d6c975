package org.dwastudio.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceMemoryTest {
    @TempDir
    Path folder;

    private OptionalLong free = OptionalLong.of(3_000_000);
    private OptionalLong resident = OptionalLong.of(500_000);

    @Test
    void freeMemoryAndThatOfTheProgramAreAvailable() {
        assertThat(available()).hasValue(3_500_000);
    }

    @Test
    void theLimitOfAContainerIsKeptButItsFileCachesCountAsFree() throws IOException {
        write("memory.max", "1000000\n");
        write("memory.current", "800000\n");
        write("memory.stat", "anon 512000\ninactive_file 100000\n");

        assertThat(available()).hasValue(300_000 + 500_000);
    }

    @Test
    void aContainerWithoutALimitSetsNone() throws IOException {
        write("memory.max", "max\n");
        write("memory.current", "800000\n");
        resident = OptionalLong.empty();

        assertThat(available()).hasValue(3_000_000);
    }

    @Test
    void whatTheSystemDoesNotSayIsNotGuessed() {
        free = OptionalLong.empty();

        assertThat(available()).isEmpty();
    }

    private OptionalLong available() {
        return new DeviceMemory(() -> free, () -> resident, folder, device -> OptionalLong.empty()).available(Device.cpu());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
