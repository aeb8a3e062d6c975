package org.dwastudio.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTargetTest {
    @TempDir
    Path home;

    @Test
    void anEmptyOrNewFolderIsTakenAsItIs() {
        assertThat(ExportTarget.in(home, "run-npz")).isEqualTo(home);
        assertThat(ExportTarget.in(home.resolve("new"), "run-npz")).isEqualTo(home.resolve("new"));
    }

    @Test
    void aFolderWithContentGetsANewFolderForEveryExport() throws IOException {
        Files.writeString(home.resolve("thesis.txt"), "mine");
        assertThat(ExportTarget.in(home, "run-npz")).isEqualTo(home.resolve("run-npz"));

        Files.createDirectories(home.resolve("run-npz/old"));
        Files.writeString(home.resolve("run-npz-2"), "a file of that name");
        assertThat(ExportTarget.in(home, "run-npz")).isEqualTo(home.resolve("run-npz-3"));
    }
}
