package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    @Test
    void aFolderIsMovedWithTheInformationThatBringsItBack() throws IOException {
        Path trash = temp.resolve("Trash");
        Path folder = Files.createDirectory(temp.resolve("run 1%é"));
        Files.writeString(folder.resolve("a.txt"), "a");

        new Trash.OfFreeDesktops(trash, CLOCK).take(folder);

        assertThat(folder).doesNotExist();
        assertThat(trash.resolve("files/run 1%é/a.txt")).hasContent("a");
        assertThat(trash.resolve("info/run 1%é.trashinfo"))
                .content()
                .isEqualTo("[Trash Info]\nPath=" + temp.toUri().getRawPath()
                        + "run%201%25%C3%A9\nDeletionDate=2026-11-23T15:30:00\n");
    }

    @Test
    void aSecondOfTheSameNameGetsANumber() throws IOException {
        Path trash = temp.resolve("Trash");
        Trash wastebasket = new Trash.OfFreeDesktops(trash, CLOCK);
        Path file = temp.resolve("run");
        for (String content : new String[] {"first", "second"}) {
            Files.writeString(file, content);
            wastebasket.take(file);
        }

        assertThat(trash.resolve("files/run")).hasContent("first");
        assertThat(trash.resolve("files/run.2")).hasContent("second");
        assertThat(trash.resolve("info/run.2.trashinfo")).content().startsWith("[Trash Info]\nPath=/");
    }

    @Test
    void onLinuxItLiesWhereTheDesktopLooksForIt() {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", "/home/ada");

        assertThat(Trash.ofUser(system, Map.of()))
                .extracting("trash")
                .isEqualTo(Path.of("/home/ada/.local/share/Trash"));
        assertThat(Trash.ofUser(system, Map.of("XDG_DATA_HOME", "/data")))
                .extracting("trash")
                .isEqualTo(Path.of("/data/Trash"));
    }
}
