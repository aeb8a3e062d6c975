package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunDirectoryLockTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondRunInThisProcessIsRejectedWithAMessage() throws IOException {
        RunDirectory directory = new RunDirectory(folder);
        try (RunDirectoryLock first = RunDirectoryLock.acquire(directory)) {
            assertThat(first.directory()).isEqualTo(directory);
            assertThatThrownBy(() -> RunDirectoryLock.acquire(directory))
                    .isInstanceOf(RunFolderException.class)
                    .hasMessageStartingWith(folder + ": is being written to by another run (in this program)")
                    .hasMessageEndingWith("Please wait until that has ended, or stop it, and start again.");
        }
    }

    @Test
    void aReleasedLockLeavesNothingAndCanBeTakenAgain() throws IOException {
        RunDirectory directory = new RunDirectory(folder);
        RunDirectoryLock.acquire(directory).close();
        assertThat(folder).isEmptyDirectory();

        try (RunDirectoryLock again = RunDirectoryLock.acquire(directory)) {
            assertThat(again.directory().folder()).isDirectoryContaining("glob:**/.lock");
        }
    }

    @Test
    void theFileOfADeadProcessBlocksNobody() throws IOException {
        Path left = Files.writeString(
                folder.resolve(".lock"), "process 1, since 2020-01-01T00:00:00Z, with a text longer than the next\n");

        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(folder))) {
            assertThat(left)
                    .content()
                    .startsWith("process " + ProcessHandle.current().pid() + ", since 20")
                    .endsWith("Z\n");
            assertThat(lock.directory().folder()).isEqualTo(folder);
        }
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> RunDirectoryLock.acquire(new RunDirectory(folder)))
                    .hasMessageContaining("another run (process " + other.pid() + ", since ");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(folder.resolve(".lock")).exists();

        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(folder))) {
            assertThat(folder.resolve(".lock"))
                    .content()
                    .contains(Long.toString(ProcessHandle.current().pid()));
            assertThat(lock.directory().folder()).isEqualTo(folder);
        }
    }

    @Test
    void aFolderThatVanishedIsReported() throws IOException {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> RunDirectoryLock.acquire(new RunDirectory(gone)))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("vanished");
    }

    /** Program that locks a run folder and holds it until it is killed. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws IOException {
            try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(Path.of(arguments[0])))) {
                System.out.println("held");
                System.in.read();
                System.out.println(lock.directory());
            }
        }
    }
}
