package org.dwastudio.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The step in Python, with a stub in place of the interpreter. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class PythonStepTest {
    private static final BenchmarkCase CASE = new BenchmarkCase(16, 10, 1, 28);

    @TempDir
    private Path folder;

    @Test
    void theFirstInterpreterWithPyTorchIsFound() throws Exception {
        String without = interpreter("without", "exit 1");
        String with = interpreter("with", "echo 1.13.1");

        assertThat(PythonInterpreter.find(List.of(folder.resolve("missing").toString(), without, with)))
                .contains(new PythonInterpreter(with, "1.13.1"));
        assertThat(PythonInterpreter.find(List.of(without))).isEmpty();
    }

    @Test
    void theBundledScriptMeasuresAsOftenAsItIsAsked() throws Exception {
        String python = interpreter("python", """
                script=$1; shift
                grep -q 'class PublishedStep' "$script" || exit 1
                while read -r seconds; do echo "$seconds $1 $2 $4 $5 $6 7.5"; done
                """);

        try (PythonStep step = new PythonStep(new PythonInterpreter(python, "1"), CASE, 2)) {
            assertThat(step.measure(0.5)).containsExactly(0.5, 16.0, 10.0, 1.0, 28.0, 2.0, 7.5);
            assertThat(step.measure(3)).startsWith(3.0);
        }
    }

    @Test
    void anInterpreterThatEndsIsAFailure() throws Exception {
        String python = interpreter("python", "read -r seconds; exit 1");

        try (PythonStep step = new PythonStep(new PythonInterpreter(python, "1"), CASE, 2)) {
            assertThatThrownBy(() -> step.measure(1))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Python ended");
        }
    }

    private String interpreter(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }
}
