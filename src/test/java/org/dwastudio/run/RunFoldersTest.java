package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTest {
    @TempDir
    private Path parent;

    private RunFolders folders;

    @BeforeEach
    void fixTheTime() {
        folders = new RunFolders(parent, Clock.fixed(Instant.parse("2026-11-23T15:31:07Z"), ZoneOffset.UTC));
    }

    @Test
    void aFolderIsNamedAfterTimeAndExperiment() {
        assertThat(folders.next("demonstration")).isEqualTo(parent.resolve("20261123-153107-demonstration"));
    }

    @Test
    void twoRunsInOneSecondGetTwoFolders() throws IOException {
        Files.createDirectory(folders.next("a"));
        Files.createDirectory(folders.next("a"));

        assertThat(folders.next("a")).isEqualTo(parent.resolve("20261123-153107-a-3"));
    }

    @Test
    void whatAFileSystemMightNotTakeBecomesAHyphen() {
        assertThat(folders.next("../ρ = 0.02: 実験?").getFileName()).hasToString("20261123-153107-ρ-0.02-実験");
        assertThat(folders.next("///").getFileName()).hasToString("20261123-153107-run");
        assertThat(folders.next("../x").getParent()).isEqualTo(parent);
    }
}
