package org.dwastudio.stage.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    @TempDir
    private Path temp;

    @Test
    void theNewestTwoAreKept() throws IOException {
        CheckpointFolder checkpoints = in(Files.createDirectory(temp.resolve("checkpoints")));

        for (int number = 1; number <= 3; number++) {
            keep(checkpoints, number);
        }

        assertThat(checkpoints.folder()).isDirectoryNotContaining("glob:**epoch-01.safetensors");
        assertThat(checkpoints.newest(Files::readString))
                .hasValueSatisfying(found -> assertThat(found.content()).isEqualTo("3"));
        checkpoints.delete();
        assertThat(checkpoints.folder()).doesNotExist();
    }

    @Test
    void filesOfSomebodyElseStay() throws IOException {
        CheckpointFolder checkpoints = in(Files.createDirectory(temp.resolve("checkpoints")));
        Path notes = Files.writeString(checkpoints.folder().resolve("notes.txt"), "mine");
        Path copy = Files.writeString(checkpoints.folder().resolve("epoch-best.safetensors"), "mine");
        keep(checkpoints, 7);
        Files.writeString(checkpoints.folder().resolve("epoch-08.safetensors.part"), "cut");

        checkpoints.delete();

        assertThat(checkpoints.folder().toFile().list())
                .containsExactlyInAnyOrder("notes.txt", "epoch-best.safetensors");
        assertThat(notes).hasContent("mine");
        assertThat(copy).hasContent("mine");
    }

    @Test
    void aLinkInPlaceOfTheFolderIsNotFollowed() throws IOException {
        Path thesis = Files.createDirectory(temp.resolve("thesis"));
        Path own = Files.writeString(thesis.resolve("epoch-01.safetensors"), "mine");
        CheckpointFolder checkpoints = in(Files.createSymbolicLink(temp.resolve("checkpoints"), thesis));

        assertThatThrownBy(() -> keep(checkpoints, 2))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a symbolic link");
        assertThatThrownBy(() -> checkpoints.newest(Files::readString)).hasMessageContaining("is a symbolic link");
        checkpoints.delete();

        assertThat(thesis).isDirectoryContaining(own::equals);
        assertThat(own).hasContent("mine");
        assertThat(checkpoints.folder()).isSymbolicLink();
    }

    private static CheckpointFolder in(Path folder) {
        return new CheckpointFolder(folder, "epoch-", 99, "squeeze");
    }

    private static void keep(CheckpointFolder checkpoints, int number) throws IOException {
        checkpoints.keep(number, file -> Files.writeString(file, Integer.toString(number)));
    }
}
