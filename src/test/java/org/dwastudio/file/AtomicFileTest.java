package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        Path file = folder.resolve("notes.txt");
        AtomicFile.write(file, "first, and longer");
        AtomicFile.write(file, "ρ");

        assertThat(file).hasContent("ρ");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatBreaksOffLeavesTheOldFileAndNothingBehind() throws IOException {
        Path file = folder.resolve("notes.txt");
        AtomicFile.write(file, "kept");

        assertThatThrownBy(() -> AtomicFile.write(file, (Path partial) -> {
                    Files.writeString(partial, "half");
                    throw new IOException("no space left");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");

        assertThat(file).hasContent("kept");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
