package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.cli.Commands;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.teacher.TeacherLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqueezeCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anEstimateIsPrintedAndNothingIsStarted() throws Exception {
        assertThat(run(
                        "squeeze",
                        "--config",
                        config(),
                        "--out",
                        folder.resolve("run").toString(),
                        "--estimate"))
                .as(err.toString())
                .isZero();

        // 10,000 images in batches of 2,000, for 3 epochs.
        assertThat(out.toString())
                .startsWith("Steps:  15, ")
                .contains("Time:   about ", "Memory: ", "Disk:   at most ");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aSqueezeIsBegunOrResumedAndNotBoth() throws Exception {
        assertThat(run("squeeze")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("squeeze", "--config", config(), "--resume", "x")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("expected only one match");
        assertThat(run("squeeze", "--resume", "x", "--estimate")).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void aFolderWithoutASqueezeCannotBeResumed() throws Exception {
        Files.copy(
                Path.of(config()), Files.createDirectory(folder.resolve("run")).resolve("experiment.yaml"));

        assertThat(run("squeeze", "--resume", folder.resolve("run").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run("squeeze", "--resume", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(err.toString()).contains("holds no squeeze that could be resumed", "there is no such folder");
    }

    private String config() throws Exception {
        return Files.writeString(
                        folder.resolve("experiment.yaml"),
                        "squeeze:\n  architecture: convnet\n  width: 8\n  epochs: 3\n  batchSize: 2000\n")
                .toString();
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
