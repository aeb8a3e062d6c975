package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.data.TinyDigits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A squeeze in a process of its own, ended by force as a kill -9 or a power cut would end it. */
@Timeout(120)
class KilledSqueezeTest {
    private static final int IMAGES = 240;
    private static final String EXPERIMENT = """
            name: tiny
            seed: 3
            dataset:
              source: %s
            squeeze:
              architecture: convnet
              width: 8
              epochs: 5
              batchSize: 8
              warmUpEpochs: 1
              cropPadding: 1
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private Path config;

    @BeforeEach
    void writeDatasetAndExperiment() throws IOException {
        Path dataset = TinyDigits.write(folder.resolve("digits"), IMAGES, 40);
        config = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT.formatted(dataset));
    }

    @Test
    void killedInMidEpochItResumesToTheWeightsOfAnUninterruptedRun() throws Exception {
        Path killed = folder.resolve("killed");
        Process child = ChildRun.start(folder, "squeeze", "--config", config.toString(), "--out", killed.toString());
        ChildRun.await(killed.resolve("checkpoints/epoch-00002.safetensors"), folder);
        child.destroyForcibly().waitFor();
        assertThat(killed.resolve("teacher.safetensors")).doesNotExist();
        // What a kill in the middle of writing a checkpoint leaves.
        Files.writeString(killed.resolve("checkpoints/epoch-00009.safetensors.part"), "half");
        Files.writeString(killed.resolve("metrics.csv"), "squeeze,training_lo", StandardOpenOption.APPEND);

        commands.succeed("squeeze", "--resume", killed.toString());
        Path whole = folder.resolve("whole");
        commands.succeed("squeeze", "--config", config.toString(), "--out", whole.toString());

        assertThat(teachers(killed)).isEqualTo(teachers(whole)).containsKey("teacher.safetensors");
        assertThat(killed.resolve("metrics.csv")).hasSameTextualContentAs(whole.resolve("metrics.csv"));
        assertThat(killed.resolve("run.log")).content().contains("squeeze started", "resumed after epoch ", "finished");
        assertThat(killed.resolve("checkpoints")).doesNotExist();
        assertThat(commands.run("squeeze", "--resume", killed.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("this squeeze is finished");
    }

    /** The files of the last and the best teacher, byte by byte. */
    private static Map<String, String> teachers(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".safetensors"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), KilledSqueezeTest::bytes));
        }
    }

    private static String bytes(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
