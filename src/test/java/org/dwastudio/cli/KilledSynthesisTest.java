package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.run.RunFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private Path config;

    @BeforeEach
    void trainATeacher() throws IOException {
        Path dataset = TinyDigits.write(folder.resolve("digits"), 60, 20);
        config = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT.formatted(dataset));
        Path squeeze = folder.resolve("squeeze");
        commands.succeed("squeeze", "--config", config.toString(), "--out", squeeze.toString());
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
        // The second column's end, and with it a checkpoint, is behind when the third one's first image is there.
        ChildRun.await(killed.resolve("images/05_5/02.png"), folder);
        child.destroyForcibly().waitFor();
        assertThat(killed.resolve("contact-sheet.png")).doesNotExist();
        Files.writeString(killed.resolve("experiment.yaml.part"), "half");
        Files.writeString(killed.resolve("metrics.csv"), "synthesis,total_lo", StandardOpenOption.APPEND);

        commands.succeed("synthesize", "--resume", killed.toString());
        Path whole = folder.resolve("whole");
        commands.succeed("synthesize", "--config", config.toString(), "--out", whole.toString());

        assertThat(RunFiles.of(killed)).isEqualTo(RunFiles.of(whole)).containsKey("images/09_9/05.png");
        assertThat(killed.resolve("run.log"))
                .content()
                .contains("synthesis started", "resumed after step ", "synthesis finished");
        assertThat(commands.run("synthesize", "--resume", killed.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("this synthesis is finished");
    }

    @Test
    void anEstimateIsForANewSynthesis() {
        assertThat(commands.run("synthesize", "--resume", folder.toString(), "--estimate"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("Please give --config instead of --resume.");
        assertThat(commands.run("synthesize", "--resume", folder.toString(), "--config", config.toString()))
                .isEqualTo(ExitCode.WRONG_INPUT);
    }
}
