package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BenchCommandTest {
    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void aSmallBenchmarkPrintsOneLineAVariant() {
        String[] small = {"--width", "4", "--batch", "2", "--channels", "1", "--size", "16", "--seconds", "0.1"};

        commands.succeed(Stream.concat(Stream.of("bench", "--python", "none"), Stream.of(small))
                .toArray(String[]::new));

        assertThat(commands.out().lines().map(line -> line.replaceAll(" .*", "")))
                .contains("instructions:", "float32", "mixed", "published", "floor")
                .doesNotContain("python");
        assertThat(row("float32")).matches("float32 .* 1\\.00 × +[0-9.]+ × +[0-9]+ %");
        assertThat(row("published")).matches("published .* [0-9.]+ × +1\\.00 × +[0-9]+ %");
        assertThat(row("floor")).endsWith("100 %");
    }

    private String row(String variant) {
        return commands.out()
                .lines()
                .filter(line -> line.startsWith(variant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMissingPythonIsNamedAndTheOthersAreMeasured() {
        commands.succeed(
                "bench",
                "--width",
                "4",
                "--batch",
                "2",
                "--channels",
                "1",
                "--size",
                "16",
                "--seconds",
                "0.1",
                "--variants",
                "float32,python",
                "--python",
                "no-such-python");

        assertThat(commands.out())
                .contains(
                        "Python: not measured, there is no PyTorch in no-such-python; name another one with --python");
        assertThat(row("float32")).contains("1.00 ×");
    }

    @Test
    void theStepOfAStudentIsTimedWithBothKindsOfLabels() {
        String[] small = {"--width", "8", "--batch", "4", "--channels", "1", "--size", "16", "--seconds", "0.1"};

        commands.succeed(Stream.concat(Stream.of("bench", "--student", "convnet3"), Stream.of(small))
                .toArray(String[]::new));

        assertThat(commands.out().lines().map(line -> line.replaceAll("  .*", "")))
                .containsExactly("convnet3, width 8, batch 4 of 1×16×16", "", "soft", "hard");
        assertThat(commands.out().lines().filter(line -> line.startsWith("hard")))
                .singleElement()
                .asString()
                .endsWith("1.00 ×");
    }

    @Test
    void theStepOfATeacherIsTimed() {
        commands.succeed(
                "bench",
                "--squeeze",
                "convnet3",
                "--width",
                "8",
                "--batch",
                "4",
                "--channels",
                "1",
                "--size",
                "16",
                "--seconds",
                "0.1");

        assertThat(commands.out().lines().map(line -> line.replaceAll("  .*", "")))
                .containsExactly("convnet3, width 8, batch 4 of 1×16×16", "", "squeeze");
    }

    @Test
    void aStudentOfAnUnknownArchitectureIsRefused() {
        assertThat(commands.run("bench", "--student", "resnet19")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("unknown architecture 'resnet19'; known are", "resnet18");
    }

    @Test
    void theWindowsCostIsPrintedInPercent() {
        commands.succeed("bench", "--window");
        assertThat(commands.out())
                .contains(
                        "with window      49.0 it/s (median of 3); other threads than the run’s use  1.5 % of the processors",
                        "the window costs 2.0 %, with the embedding 4.0 %",
                        "time line over    100 images:  60.0 frames/s, longest time between two frames 17 ms");
    }

    @Test
    void anUnknownVariantIsRefused() {
        assertThat(commands.run("bench", "--variants", "float16")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err())
                .contains("'float16' is not one of float32, columns, mixed, half, published, floor, python");
    }
}
