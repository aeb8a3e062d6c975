package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code evaluate --all}. */
@Timeout(120)
class AllEvaluationsTest {
    private static final String CONFIG = """
        name: tiny
        seed: 3
        synthesis:
          imagesPerClass: 2
          iterations: 2
          ascentSteps: 1
        evaluation:
          architecture: convnet3
          width: 8
          epochs: 4
          batchSize: 10
          students: 1
          measurements: 2
        """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private String distilled;

    @BeforeEach
    void distil() throws IOException {
        Path config = Files.writeString(folder.resolve("experiment.yaml"), CONFIG);
        distilled = folder.resolve("run").toString();
        commands.succeed("synthesize", "--config", config.toString(), "--out", distilled);
    }

    @Test
    void allEvaluationsOfARunArePrintedInOneTableWithoutTraining() throws Exception {
        assertThat(commands.run("evaluate", "--run", distilled, "--all")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains(distilled + " has no evaluation yet.");
        commands.succeed("evaluate", "--run", distilled, "--set", "evaluation.withoutAugmentation=true");
        commands.succeed(
                "evaluate", "--run", distilled, "--set", "evaluation.width=16", "--set", "evaluation.labels=hard");
        commands.clearOutput();

        commands.succeed("evaluate", "--run", distilled, "--all");

        assertThat(commands.out())
                .containsPattern(
                        "\\| convnet3-w16-[0-9a-f]{8} \\| distilled \\| hard \\| 8 \\| 20 \\| 0.200 % \\| 1 \\|")
                .containsPattern(
                        "\\| convnet3-w8-[0-9a-f]{8} \\| distilled \\| soft \\| 8 \\| 20 \\| 0.200 % \\| 1 \\|")
                .contains("|  | distilled, no augmentation | soft | 8 | 20 | 0.200 % | 1 |")
                .containsPattern(
                        "\\| convnet3-w8-[0-9a-f]{8} \\| [-0-9.]+ \\| [-0-9.]+ \\| 0\\.\\d{3} \\| 0\\.\\d{3} \\|");
        assertThat(commands.run("evaluate", "--run", distilled, "--all", "--set", "evaluation.students=2"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err())
                .contains("--all trains nothing: please use it without --estimate, --config and --set.");
    }
}
