package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.run.RunFiles;
import org.dwastudio.teacher.TeacherLibraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A synthesis in a process of its own, ended by force as a kill -9 would end it. */
@Timeout(120)
class KilledSynthesisTest {
    private static final String EXPERIMENT = """
            name: tiny
            seed: 3
            dataset:
              source: %s
            squeeze:
              architecture: convnet
              width: 8
              epochs: 1
              batchSize: 20
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path config;

    @BeforeEach
    void trainATeacher() throws IOException {
        Path dataset = TinyDigits.write(folder.resolve("digits"), 60, 20);
        config = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT.formatted(dataset));
        Path squeeze = folder.resolve("squeeze");
        assertThat(run("squeeze", "--config", config.toString(), "--out", squeeze.toString()))
                .as(err.toString())
                .isZero();
        Files.writeString(config, """
                        teacher:
                          weights: %s
                        synthesis:
                          imagesPerClass: 6
                          iterations: 150
                          batchSize: 6
                          jitter: 2
                        """.formatted(squeeze.resolve("teacher.safetensors")), StandardOpenOption.APPEND);
    }

    @Test
    void killedInMidColumnItResumesToTheFilesOfAnUninterruptedRun() throws Exception {
        Path killed = folder.resolve("killed");
        Process child = ChildRun.start(folder, "synthesize", "--config", config.toString(), "--out", killed.toString());
        // The second column's end, and with it a checkpoint, is behind when the third one's first picture is there.
        ChildRun.await(killed.resolve("images/05_5/02.png"), folder);
        child.destroyForcibly().waitFor();
        assertThat(killed.resolve("contact-sheet.png")).doesNotExist();
        Files.writeString(killed.resolve("experiment.yaml.part"), "half");
        Files.writeString(killed.resolve("metrics.csv"), "synthesis,total_lo", StandardOpenOption.APPEND);

        assertThat(run("synthesize", "--resume", killed.toString()))
                .as(err.toString())
                .isZero();
        Path whole = folder.resolve("whole");
        assertThat(run("synthesize", "--config", config.toString(), "--out", whole.toString()))
                .as(err.toString())
                .isZero();

        assertThat(RunFiles.of(killed)).isEqualTo(RunFiles.of(whole)).containsKey("images/09_9/05.png");
        assertThat(killed.resolve("run.log"))
                .content()
                .contains("synthesis started", "resumed after step ", "synthesis finished");
        assertThat(run("synthesize", "--resume", killed.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("this synthesis is finished");
    }

    @Test
    void anEstimateIsForANewSynthesis() {
        assertThat(run("synthesize", "--resume", folder.toString(), "--estimate"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("Please give --config instead of --resume.");
        assertThat(run("synthesize", "--resume", folder.toString(), "--config", config.toString()))
                .isEqualTo(ExitCode.WRONG_INPUT);
    }

    private int run(String... arguments) {
        return new Commands(
                        () -> new StandardEngine("9.9"),
                        seconds -> new WindowSpeed.Speeds(1, 1, 1),
                        TeacherLibraries.in(folder),
                        ComputeConfigurations.plain(folder),
                        Optional.empty(),
                        "9.9")
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
