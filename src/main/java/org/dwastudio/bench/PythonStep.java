package org.dwastudio.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The published step in a Python process of its own, which waits while other variants are measured. It has the
 * environment of this process, and its convolutions the same limit of instructions.
 */
final class PythonStep implements AutoCloseable {
    private static final String SCRIPT = "/docs/performance/published_step.py";

    private final Path script;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    /** Starts the process; it prepares the step while this returns. */
    PythonStep(PythonInterpreter python, BenchmarkCase measured, int threads) throws IOException {
        script = Files.createTempFile("published_step", ".py");
        try (InputStream source = Objects.requireNonNull(PythonStep.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(
                        python.program(),
                        script.toString(),
                        Integer.toString(measured.width()),
                        Integer.toString(measured.batch()),
                        "-",
                        Integer.toString(measured.channels()),
                        Integer.toString(measured.imageSize()),
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        String limit = environment.get("ONEDNN_MAX_CPU_ISA");
        if (limit != null) {
            // The name of the variable in oneDNN 1 and 2, which PyTorch 1 contains.
            environment.putIfAbsent("DNNL_MAX_CPU_ISA", limit);
        }
        process = builder.start();
        requests = process.outputWriter(StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /**
     * Repeats the step, after one repetition that does not count.
     *
     * @param seconds duration of all repetitions; at least one is made
     * @return milliseconds of each repetition
     * @throws UncheckedIOException if Python ends early
     */
    List<Double> measure(double seconds) {
        try {
            requests.write(seconds + "\n");
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("Python ended during the published step");
            }
            return Arrays.stream(answer.split(" ", -1)).map(Double::valueOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            Files.deleteIfExists(script);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
