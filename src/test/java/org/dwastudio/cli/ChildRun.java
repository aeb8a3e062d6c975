package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the program in a child process that a test can kill. */
final class ChildRun {
    private static final String LOG = "child.log";

    private ChildRun() {}

    /** Starts a command and redirects its output to a file in the folder. */
    static Process start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    /** Starts a command with further environment variables. */
    static Process start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.dwastudio.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits until a file exists; its parent folders may not exist yet. */
    static void await(Path file, Path folder) throws Exception {
        if (!Files.exists(file.getParent())) {
            await(file.getParent(), folder);
        }
        try (WatchService watch = file.getFileSystem().newWatchService()) {
            file.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                WatchKey key = watch.poll(60, TimeUnit.SECONDS);
                assertThat(key)
                        .as(() -> file + " never came: " + output(folder))
                        .isNotNull();
                key.reset();
            }
        }
    }

    /** Returns the output of the child process. */
    static String output(Path folder) {
        try {
            return Files.readString(folder.resolve(LOG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
