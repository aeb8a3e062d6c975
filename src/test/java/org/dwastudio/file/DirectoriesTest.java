package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
    @TempDir
    private Path temp;

    @Test
    void aFolderIsNotMadeWithoutItsParent() {
        assertThatThrownBy(() -> Directories.make(temp.resolve("gone/run"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aLinkIsNoFolderToWriteTo() throws IOException {
        Path thesis = Files.createDirectory(temp.resolve("thesis"));
        Path link = Files.createSymbolicLink(temp.resolve("soft-labels"), thesis);

        assertThatThrownBy(() -> Directories.make(link)).hasMessageContaining("soft-labels: is a symbolic link");
    }

    @Test
    void aFolderIsDeletedWithItsContentAndTargetsOfLinksStay() throws IOException {
        Path kept = Files.createDirectory(temp.resolve("kept"));
        Files.writeString(kept.resolve("a.txt"), "a");
        Path folder = Files.createDirectories(temp.resolve("folder/inner/empty"))
                .getParent()
                .getParent();
        Files.writeString(folder.resolve("inner/b.txt"), "b");
        Files.createSymbolicLink(folder.resolve("link"), kept);
        Files.createSymbolicLink(temp.resolve("link"), kept);

        Directories.delete(folder);
        Directories.delete(temp.resolve("link"));
        Directories.delete(temp.resolve("missing"));

        assertThat(temp).isDirectoryContaining(kept::equals);
        assertThat(temp.toFile().list()).containsExactly("kept");
        assertThat(kept.resolve("a.txt")).hasContent("a");
    }
}
