package org.dwastudio.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.ExperimentWriter;
import org.dwastudio.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunSearchTest {
    @TempDir
    private Path runs;

    @Test
    void theNewestRunWhoseLogDoesNotSayTheEndIsFound() throws IOException {
        run("1-old", "synthesis started: 10 classes, 6 steps");
        Path newer = run("2-newer", "synthesis started: 10 classes, 6 steps");
        run("3-stopped", "synthesis stopped by the user");
        run("4-finished", "synthesis finished");
        Files.createDirectories(runs.resolve("5-something-else"));
        Files.createDirectories(newer.resolve("images/00_a"));
        Files.createDirectories(newer.resolve("images/01_b"));
        Files.writeString(newer.resolve("images/00_a/00.png"), "");
        Files.writeString(newer.resolve("images/00_a/01.png"), "");
        Files.writeString(newer.resolve("images/01_b/00.png"), "");

        assertThat(InterruptedRun.newestIn(runs)).contains(new InterruptedRun(newer, Presets.demonstration(), 1));
        assertThat(InterruptedRun.in(runs.resolve("3-stopped"))).isEmpty();
        assertThat(InterruptedRun.newestIn(runs.resolve("nowhere"))).isEmpty();
    }

    private Path run(String name, String lastLine) throws IOException {
        RunDirectory directory = new RunDirectory(Files.createDirectories(runs.resolve(name)));
        ExperimentWriter.write(Presets.demonstration(), directory.experiment());
        Files.createDirectories(directory.synthesisCheckpoints());
        Files.writeString(directory.log(), "2026-01-02T03:04:06Z  " + lastLine + "\n");
        return directory.folder();
    }
}
