package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.history.InterruptedRun;
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

        assertThat(InterruptedRun.newestIn(runs))
                .contains(new InterruptedRun(newer, StageName.SYNTHESIS, SynthesisPresets.demonstration(), 1));
        assertThat(InterruptedRun.in(runs.resolve("3-stopped"))).isEmpty();
        assertThat(InterruptedRun.newestIn(runs.resolve("nowhere"))).isEmpty();
    }

    @Test
    void anInterruptedSqueezeIsFoundWithTheEpochsItMade() throws IOException {
        RunDirectory squeeze = new RunDirectory(run("1-teacher", "squeeze started: 10 classes, 60 steps"));
        Files.delete(squeeze.synthesisCheckpoints());
        Files.createDirectory(squeeze.checkpoints());
        Files.writeString(
                squeeze.metrics(),
                "stage,metric,column,iteration,step,value\n"
                        + "squeeze,test_accuracy,0,0,20,0.5\nsqueeze,test_accuracy,0,1,40,0.6\nsqueeze,test_acc");

        assertThat(InterruptedRun.newestIn(runs))
                .contains(new InterruptedRun(squeeze.folder(), StageName.SQUEEZE, SynthesisPresets.demonstration(), 2));
    }

    @Test
    void aRunWithALinkAsItsLockHidesNoOther() throws IOException {
        Path older = run("1-older", "synthesis started: 10 classes, 6 steps");
        Path newer = run("2-newer", "synthesis started: 10 classes, 6 steps");
        Path thesis = Files.writeString(runs.resolve("thesis.tex"), "mine");
        Files.createSymbolicLink(newer.resolve(".lock"), thesis);

        assertThat(InterruptedRun.newestIn(runs).orElseThrow().folder()).isEqualTo(older);
        assertThat(thesis).hasContent("mine");
    }

    @Test
    void aRunThatIsRunningIsNotFound() throws IOException {
        Path folder = run("1-running", "synthesis started: 10 classes, 6 steps");

        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(folder))) {
            assertThat(lock.directory().folder()).isEqualTo(folder);
            assertThat(InterruptedRun.in(folder)).isEmpty();
        }

        assertThat(InterruptedRun.in(folder)).isPresent();
    }

    private Path run(String name, String lastLine) throws IOException {
        RunDirectory directory = new RunDirectory(Files.createDirectories(runs.resolve(name)));
        ExperimentWriter.write(SynthesisPresets.demonstration(), directory.experiment());
        Files.createDirectories(directory.synthesisCheckpoints());
        Files.writeString(directory.log(), "2026-01-02T03:04:06Z  " + lastLine + "\n");
        return directory.folder();
    }
}
