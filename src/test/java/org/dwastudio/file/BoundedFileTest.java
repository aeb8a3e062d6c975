package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dwastudio.text.DescribedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {
    @TempDir
    private Path folder;

    @Test
    void textWithinTheLimitIsRead() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes"), "größer");

        assertThat(BoundedFile.readText(notes, 8)).isEqualTo("größer");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes"), "eleven byte");

        assertThatThrownBy(() -> BoundedFile.readText(notes, 10))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(notes + ": it has 11 B; at most 10 B are allowed");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'n', (byte) 0xe9});

        assertThatThrownBy(() -> BoundedFile.readText(latin, 10))
                .isInstanceOf(DescribedFileException.class)
                .hasMessage(latin + ": the file is not UTF-8 text; save it as UTF-8");
        assertThat(BoundedFile.readLines(latin, 10)).containsExactly("n\uFFFD");
    }

    @Test
    void aFolderIsNoFile() {
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> BoundedFile.read(folder, 10),
                () -> BoundedFile.open(folder),
                () -> BoundedFile.openChannel(folder))) {
            assertThatThrownBy(reading).hasMessage(folder + ": it is a folder, not a file");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> BoundedFile.readText(missing, 10))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing.toString());
    }
}
