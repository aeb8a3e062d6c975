package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A teacher file that was replaced by another teacher after a run was distilled with it. */
@Timeout(120)
class ChangedTeacherTest {
    private static final String CONFIG = """
            name: tiny
            dataset:
              maxPerClass: 10
            squeeze:
              architecture: convnet3
              width: 8
              epochs: 1
            synthesis:
              imagesPerClass: 1
              iterations: 1
              ascentSteps: 1
            evaluation:
              architecture: convnet3
              width: 8
              epochs: 1
              batchSize: 10
              students: 1
              measurements: 1
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private String config;
    private Path teacher;
    private Path other;
    private String run;

    @BeforeEach
    void distill() throws IOException {
        config = Files.writeString(folder.resolve("experiment.yaml"), CONFIG).toString();
        teacher = trained(1);
        other = trained(2);
        run = folder.resolve("run").toString();
        commands.succeed("synthesize", "--config", config, "--set", "teacher.weights=" + teacher, "--out", run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "relabel"})
    void aTeacherOfAnotherFingerprintThanTheRecordedOneIsRefused(String command) throws IOException {
        Files.copy(other, teacher, StandardCopyOption.REPLACE_EXISTING);

        assertThat(commands.run(command, "--run", run)).isEqualTo(ExitCode.FAILED);

        assertThat(commands.err())
                .contains(
                        teacher + ": this is not the teacher that " + run
                                + " was distilled with any more (fingerprint ",
                        "Please put it back, or name it with --set teacher.weights=FILE.");
        assertThat(Path.of(run, "evaluation")).doesNotExist();
        assertThat(Path.of(run, "soft-labels")).doesNotExist();
    }

    @Test
    void anotherTeacherIsAcceptedIfItIsNamed() {
        commands.succeed("evaluate", "--run", run, "--set", "teacher.weights=" + other);

        assertThat(commands.out()).contains("| distilled | soft | 10 |");
    }

    private Path trained(int seed) {
        Path target = folder.resolve("teacher-" + seed);
        commands.succeed("squeeze", "--config", config, "--set", "seed=" + seed, "--out", target.toString());
        return target.resolve("teacher.safetensors");
    }
}
