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
    private OptionalLong freeOnCard = OptionalLong.empty();

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

    @Test
    void theContextOfAGraphicsCardIsPartOfItsBaseAndOfWhatIsAvailable() {
        freeOnCard = OptionalLong.of(8_000_000_000L);

        assertThat(memory().base(Device.gpu(0))).isEqualTo(600_000_000);
        assertThat(memory().available(Device.gpu(0))).hasValue(8_600_000_000L);
    }

    @Test
    void aCardThatCannotBeAskedHasNoKnownMemory() {
        assertThat(memory().available(Device.gpu(0))).isEmpty();
    }

    private OptionalLong available() {
        return memory().available(Device.cpu());
    }

    private DeviceMemory memory() {
        return new DeviceMemory(() -> free, () -> resident, folder, card -> freeOnCard);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
