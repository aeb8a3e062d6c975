package org.dwastudio.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dwastudio.file.BoundedFile;

/**
 * Probe in a separate process, which may crash without consequences.
 *
 * @param program command that starts this program; arguments are appended
 * @param timeout time limit
 */
public record SubprocessLibraryProbe(List<String> program, Duration timeout) implements LibraryProbe {
    /**
     * Arguments of the command that loads a build, computes a little with it, and prints a failure in its last line.
     */
    public static final List<String> ARGUMENTS = List.of("devices", "--try");

    private static final long MOST_BYTES = 1 << 20;

    /** Option with the index of a graphics card. */
    public static final String GPU = "--try-gpu";

    public SubprocessLibraryProbe {
        program = List.copyOf(program);
    }

    @Override
    public Optional<String> failure(LibtorchFolder library, Optional<Gpu> gpu) {
        List<String> command = new ArrayList<>(program);
        command.addAll(ARGUMENTS);
        command.add(library.folder().toString());
        gpu.ifPresent(card -> command.addAll(List.of(GPU, Integer.toString(card.index()))));
        try {
            Path output = Files.createTempFile("dwa-studio", ".txt");
            try {
                return run(command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return Optional.of("it cannot be tried (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the try was interrupted");
        }
    }

    private Optional<String> run(List<String> command, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // The probe uses the folder, whatever the environment variables of this process name.
        builder.environment().remove(ComputePlanner.LIBRARY_PATH);
        Process process = builder.start();
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return Optional.of("it did not answer for " + timeout.toSeconds() + " seconds");
        }
        if (process.exitValue() == 0) {
            return Optional.empty();
        }
        List<String> lines = BoundedFile.readLines(output, MOST_BYTES).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return Optional.of(
                process.exitValue() == 1 && !lines.isEmpty()
                        ? lines.get(lines.size() - 1)
                        : "it ends the program that loads it (" + process.exitValue() + ")");
    }
}
