package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.pipeline.assembly.RunFiles;
import org.dwastudio.pipeline.assembly.StandardEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Squeezes and syntheses that are ended by force at many moments, drawn by seed. */
@Tag("slow")
class KilledAtRandomTest {
    private static final int SQUEEZES = 8;
    private static final int SYNTHESES = 12;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @TestFactory
    Stream<DynamicTest> everyKillIsSurvived() throws Exception {
        Path config = Files.writeString(
                folder.resolve("experiment.yaml"), """
                name: tiny
                seed: 3
                dataset:
                  source: %s
                squeeze:
                  architecture: convnet
                  width: 8
                  epochs: 5
                  batchSize: 8
                """.formatted(TinyDigits.write(folder.resolve("digits"), 240, 40)));
        Path squeezed = folder.resolve("squeeze");
        run("squeeze", "--config", config.toString(), "--out", squeezed.toString());
        Files.writeString(config, """
                teacher:
                  weights: %s
                synthesis:
                  imagesPerClass: 6
                  iterations: 150
                  batchSize: 6
                  jitter: 2
                """.formatted(squeezed.resolve("teacher.safetensors")), StandardOpenOption.APPEND);
        Path synthesised = folder.resolve("synthesis");
        run("synthesize", "--config", config.toString(), "--out", synthesised.toString());
        Random random = new Random(11);
        Stream<DynamicTest> squeezes = IntStream.range(0, SQUEEZES).mapToObj(index -> {
            String sign = "checkpoints/epoch-0000" + (1 + random.nextInt(3)) + ".safetensors";
            return DynamicTest.dynamicTest(
                    "squeeze " + index + ", killed after " + sign,
                    () -> isSurvived("squeeze", config, sign, squeezed.resolve("teacher.safetensors")));
        });
        Stream<DynamicTest> syntheses = IntStream.range(0, SYNTHESES).mapToObj(index -> {
            int label = random.nextInt(10);
            String sign = "images/0" + label + "_" + label + "/0" + random.nextInt(5) + ".png";
            return DynamicTest.dynamicTest(
                    "synthesis " + index + ", killed after " + sign,
                    () -> isSurvived("synthesize", config, sign, synthesised));
        });
        return Stream.concat(squeezes, syntheses);
    }

    private void isSurvived(String command, Path config, String sign, Path whole) throws Exception {
        Path killed = Files.createTempDirectory(folder, "killed").resolve("run");
        Process child = ChildRun.start(folder, command, "--config", config.toString(), "--out", killed.toString());
        ChildRun.await(killed.resolve(sign), folder);
        child.destroyForcibly().waitFor();

        run(command, "--resume", killed.toString());

        if (Files.isRegularFile(whole)) {
            assertThat(killed.resolve(whole.getFileName())).hasSameBinaryContentAs(whole);
        } else {
            assertThat(RunFiles.of(killed)).isEqualTo(RunFiles.of(whole));
        }
    }

    private void run(String... arguments) throws IOException {
        int code = new Commands(
                        () -> new StandardEngine("9.9"),
                        seconds -> new WindowSpeed.Speeds(1, 1, 1),
                        folder.resolve("teachers"),
                        "9.9")
                .printingTo(new PrintWriter(err, true), new PrintWriter(err, true))
                .execute(arguments);
        assertThat(code).as(err.toString()).isZero();
    }
}
