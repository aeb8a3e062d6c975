package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqueezeCommandTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void anEstimateIsPrintedAndNothingIsStarted() throws Exception {
        commands.succeed(
                "squeeze", "--config", config(), "--out", folder.resolve("run").toString(), "--estimate");

        // 10,000 images in batches of 2,000, for 3 epochs.
        assertThat(commands.out())
                .startsWith("Steps:  15, ")
                .contains("Time:   about ", "Memory: ", "Disk:   at most ");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aSqueezeIsBegunOrResumedAndNotBoth() throws Exception {
        assertThat(commands.run("squeeze")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.run("squeeze", "--config", config(), "--resume", "x"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("expected only one match");
        assertThat(commands.run("squeeze", "--resume", "x", "--estimate")).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void weightsToStartFromThatDoNotExistAreWrongInput() throws Exception {
        for (String missing : List.of("bundled:nope", folder.resolve("nope").toString())) {
            String[] arguments = {
                "squeeze",
                "--config",
                config(),
                "--out",
                folder.resolve("run").toString(),
                "--set",
                "squeeze.startFrom=" + missing
            };
            assertThat(commands.run(arguments)).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(commands.err()).contains(missing);
        }
    }

    @Test
    void aFolderWithoutASqueezeCannotBeResumed() throws Exception {
        Files.copy(
                Path.of(config()), Files.createDirectory(folder.resolve("run")).resolve("experiment.yaml"));

        assertThat(commands.run("squeeze", "--resume", folder.resolve("run").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.run("squeeze", "--resume", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(commands.err()).contains("holds no squeeze that could be resumed", "there is no such folder");
    }

    private String config() throws Exception {
        return Files.writeString(
                        folder.resolve("experiment.yaml"),
                        "squeeze:\n  architecture: convnet\n  width: 8\n  epochs: 3\n  batchSize: 2000\n")
                .toString();
    }
}
