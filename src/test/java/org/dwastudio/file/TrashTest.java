package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrashTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:30:00Z"), ZoneOffset.UTC);

    private static final Trash NATIVE = path -> {};

    @TempDir
    private Path temp;

    @Test
    void aFolderIsMovedWithItsTrashInfo() throws IOException {
        Path trash = temp.resolve("Trash");
        Path folder = Files.createDirectory(temp.resolve("run 1%é"));
        Files.writeString(folder.resolve("a.txt"), "a");

        new FreedesktopTrash(trash, CLOCK).take(folder);

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
        Trash desktop = new FreedesktopTrash(trash, CLOCK);
        Path file = temp.resolve("run");
        for (String content : new String[] {"first", "second"}) {
            Files.writeString(file, content);
            desktop.take(file);
        }

        assertThat(trash.resolve("files/run")).hasContent("first");
        assertThat(trash.resolve("files/run.2")).hasContent("second");
        assertThat(trash.resolve("info/run.2.trashinfo")).content().startsWith("[Trash Info]\nPath=/");
    }

    @Test
    void aMissingFileLeavesNoTrashInfo() throws IOException {
        Path trash = temp.resolve("Trash");
        Path gone = temp.resolve("gone");

        assertThatThrownBy(() -> new FreedesktopTrash(trash, CLOCK).take(gone))
                .hasMessage(gone + ": cannot be moved to the trash (NoSuchFileException). Please delete it with the"
                        + " file manager.");
        assertThat(trash.resolve("info")).isEmptyDirectory();
    }

    @Test
    void onLinuxTheTrashIsThatOfFreedesktop() {
        assertThat(Trash.of(system("Linux"), Map.of(), NATIVE))
                .extracting("trash")
                .isEqualTo(Path.of("/home/ada/.local/share/Trash"));
        assertThat(Trash.of(system("Linux"), Map.of("XDG_DATA_HOME", "/data"), NATIVE))
                .extracting("trash")
                .isEqualTo(Path.of("/data/Trash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Windows Server 2025", "Mac OS X"})
    void onWindowsAndMacOsTheTrashIsTheNativeOne(String name) {
        assertThat(Trash.of(system(name), Map.of("XDG_DATA_HOME", "/data"), NATIVE))
                .isSameAs(NATIVE);
        assertThat(Trash.ofUser(system(name), Map.of())).isInstanceOf(NativeTrash.class);
    }

    private static Properties system(String name) {
        Properties system = new Properties();
        system.setProperty("os.name", name);
        system.setProperty("user.home", "/home/ada");
        return system;
    }
}
