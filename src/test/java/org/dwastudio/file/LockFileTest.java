package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockFileTest {
    @TempDir
    private Path folder;

    @Test
    void theHolderInThisProcessIsFoundByAnyNameOfTheFolder() throws IOException {
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), Files.createDirectory(folder.resolve("real")));
        Path file = folder.resolve("real/lock");

        try (LockFile lock = LockFile.acquire(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            assertThat(lock.name()).isEqualTo("lock");
            assertThat(LockFile.isHeld(alias.resolve("lock"))).isTrue();
            assertThatThrownBy(() -> LockFile.acquire(alias.resolve("lock")))
                    .isInstanceOf(LockFile.HeldException.class)
                    .hasMessage("in this program");
        }
        assertThat(LockFile.isHeld(file)).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatNobodyHasLockedIsNotHeldOnceItIsOld() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "process 1, since 2020-01-01T00:00:00Z\n");
        assertThat(LockFile.isHeld(file)).isTrue();

        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertThat(LockFile.isHeld(file)).isFalse();
        assertThat(LockFile.isHeld(folder.resolve("gone/lock"))).isFalse();
    }

    @Test
    void anotherProcessFindsTheHolderOfThisOne() throws Exception {
        Path file = folder.resolve("lock");

        try (LockFile lock = LockFile.acquire(file)) {
            assertThat(LockFile.isHeld(folder.resolve(lock.name()))).isTrue();
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output = other.inputReader()) {
                assertThat(output.readLine())
                        .startsWith("process " + ProcessHandle.current().pid() + ", since 20");
            }
        }
    }

    /** A program that prints the holder of a file. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) throws IOException {
            try (LockFile lock = LockFile.acquire(Path.of(arguments[0]))) {
                System.out.println("nobody holds " + lock.name());
            } catch (LockFile.HeldException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void onlyOneOfManyThreadsHoldsIt() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger acquired = new AtomicInteger();
        Callable<Void> work = () -> {
            while (true) {
                try (LockFile lock = LockFile.acquire(folder.resolve("lock"))) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    acquired.addAndGet(lock.name().length() / 4);
                    inside.decrementAndGet();
                    return null;
                } catch (LockFile.HeldException e) {
                    Thread.onSpinWait();
                }
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (Future<Void> done :
                threads.invokeAll(Stream.generate(() -> work).limit(40).toList())) {
            done.get();
        }
        threads.shutdown();

        assertThat(acquired).hasValue(40);
        assertThat(most).hasValue(1);
    }

    @Test
    void aDateInTheFutureHoldsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "process 1");

        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(300))));

        assertThat(LockFile.isHeld(file)).isFalse();
    }
}
