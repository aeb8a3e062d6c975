package org.dwastudio.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Python interpreter that has PyTorch.
 *
 * @param program name or path of the interpreter
 * @param torch version of its PyTorch
 */
public record PythonInterpreter(String program, String torch) {
    /** Interpreters to try in this order: the one of the user, and that of Debian. */
    public static final List<String> USUAL = List.of("python3", "/usr/bin/python3");

    private static final long SECONDS = 60;

    /** Returns the first of some interpreters that exists and can load PyTorch. */
    public static Optional<PythonInterpreter> find(List<String> programs) {
        for (String program : programs) {
            Optional<String> version = version(program);
            if (version.isPresent()) {
                return Optional.of(new PythonInterpreter(program, version.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> version(String program) {
        try {
            Process process = new ProcessBuilder(program, "-c", "import torch; print(torch.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // A version is shorter than the buffer of the pipe, so that the process need not wait for its reader.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                return Optional.ofNullable(output.readLine()).filter(version -> process.exitValue() == 0);
            }
        } catch (IOException e) {
            // There is no such program.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
