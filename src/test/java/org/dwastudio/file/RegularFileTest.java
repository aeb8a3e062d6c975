package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RegularFileTest {
    @TempDir
    private Path folder;

    private Path thesis;
    private Path link;

    @BeforeEach
    void linkAFileOfSomebodyElse() throws IOException {
        thesis = Files.writeString(folder.resolve("thesis.tex"), "chapter one");
        link = Files.createSymbolicLink(folder.resolve("log.txt"), thesis);
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        assertThatThrownBy(() -> RegularFile.openText(link, StandardOpenOption.TRUNCATE_EXISTING))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("log.txt: is a symbolic link");
        assertThatThrownBy(() -> RegularFile.openForWriting(link)).hasMessageContaining("is a symbolic link");

        assertThat(thesis).hasContent("chapter one");
    }

    @Test
    void aDanglingLinkCreatesNoFile() throws IOException {
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> RegularFile.openText(dangling, StandardOpenOption.APPEND))
                .hasMessageContaining("is a symbolic link");

        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aPipeIsNeitherWrittenNorRead() throws Exception {
        Path pipe = pipe();

        assertThatThrownBy(() -> RegularFile.openForWriting(pipe)).hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> BoundedFile.readText(pipe, 10)).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> LockFile.acquire(pipe)).hasMessageContaining("is not a regular file");
    }

    @Test
    void textIsAppendedOrReplaced() throws IOException {
        Path log = folder.resolve("run.log");

        write(log, StandardOpenOption.APPEND, "größer\n");
        write(log, StandardOpenOption.APPEND, "two\n");
        assertThat(log).content().isEqualTo("größer\ntwo\n");

        write(log, StandardOpenOption.TRUNCATE_EXISTING, "new");
        assertThat(log).content().isEqualTo("new");
    }

    @Test
    void atomicWritesReplaceALinkAndNotItsTarget() throws IOException {
        AtomicFile.write(link, "mine");

        assertThat(link).isRegularFile().hasContent("mine");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(thesis).hasContent("chapter one");
    }

    @Test
    void atomicWritesRefuseALinkAsTemporaryFile() throws IOException {
        Path file = folder.resolve("run.yaml");
        Path partial = Files.createSymbolicLink(folder.resolve("run.yaml" + AtomicFile.PARTIAL_SUFFIX), thesis);

        assertThatThrownBy(() -> AtomicFile.write(file, "mine")).hasMessageContaining("is a symbolic link");

        assertThat(thesis).hasContent("chapter one");
        assertThat(partial).isSymbolicLink();
        assertThat(file).doesNotExist();
    }

    @Test
    void aLockNeverTouchesTheTargetOfALink() {
        assertThatThrownBy(() -> LockFile.acquire(link)).hasMessageContaining("is a symbolic link");
        assertThatThrownBy(() -> LockFile.isHeld(link)).hasMessageContaining("is a symbolic link");

        assertThat(thesis).hasContent("chapter one");
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process process;
        try {
            process = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            process = null;
        }
        assumeTrue(process != null && process.waitFor() == 0, "this system makes no pipes");
        return pipe;
    }

    private static void write(Path file, StandardOpenOption option, String text) throws IOException {
        try (BufferedWriter out = RegularFile.openText(file, option)) {
            out.write(text);
        }
    }
}
