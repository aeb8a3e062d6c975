package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StripCommandTest {
    private static final String SHORT = """
            name: short
            synthesis:
              imagesPerClass: 1
              iterations: 2
              ascentSteps: 1
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void everyValueGetsARunAndARowOfTheStrip() throws Exception {
        Path target = folder.resolve("strip");

        assertThat(strip("--parameter", "synthesis.start", "--values", "real,noise", "--out", target.toString()))
                .as(commands.err())
                .isZero();

        assertThat(commands.out().strip()).isEqualTo("Strip: " + target.resolve("strip-start.png"));
        assertThat(commands.err().lines()).contains("start = real (1 of 2)", "start = noise (2 of 2)");
        assertThat(target.resolve("strip-start.png")).isRegularFile();
        assertThat(target.resolve("00-real/experiment.yaml")).content().contains("start: real\n", "iterations: 2\n");
        assertThat(target.resolve("01-noise/experiment.yaml")).content().contains("start: noise\n", "iterations: 2\n");
    }

    @Test
    void aWrongValueIsRefusedBeforeAnythingIsComputed() throws Exception {
        Path target = folder.resolve("strip");

        assertThat(strip("--parameter", "synthesis.rho", "--values", "0.1,7", "--out", target.toString()))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).contains("synthesis.rho: 7 is outside the allowed range 0 to 0.5");
        assertThat(target).doesNotExist();
    }

    @Test
    void aFolderWithSomethingInItIsLeftAsItIs() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(strip("--parameter", "synthesis.rho", "--values", "0,0.1", "--out", folder.toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(commands.err()).contains("already holds files");
    }

    private int strip(String... arguments) throws IOException {
        Path config = Files.writeString(folder.resolve("short.yaml"), SHORT);
        String[] all = Stream.concat(Stream.of("strip", "--config", config.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return commands.run(all);
    }
}
