package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations of one run on held-out images and on the test split. */
@Timeout(120)
class HeldOutEvaluationTest {
    private static final String CONFIG = """
            name: held-out
            seed: 3
            dataset:
              heldOutShare: 0.1
              scoredOn: held-out
            synthesis:
              imagesPerClass: 2
              iterations: 2
              ascentSteps: 1
            evaluation:
              architecture: convnet3
              width: 8
              epochs: 2
              batchSize: 10
              students: 1
              measurements: 1
              labels: hard
            """;
    private static final String NOTE = "Accuracies are measured on held-out training images, not on the test split.";

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
    void aRunThatWasScoredOnHeldOutImagesIsEvaluatedOnTheTestSplitToo() throws IOException {
        commands.succeed("evaluate", "--run", distilled);
        assertThat(commands.out()).contains("| all real | hard | 9,000 | 100 % |", NOTE);
        commands.clearOutput();

        commands.succeed("evaluate", "--run", distilled, "--set", "dataset.scoredOn=test");

        assertThat(commands.out()).contains("| all real | hard | 9,000 | 100 % |").doesNotContain(NOTE);
        // 1,000 held-out and 2,000 test images.
        assertThat(measured()).containsExactlyInAnyOrder("HELD_OUT 1000", "TEST 2000");
        commands.clearOutput();
        commands.succeed("evaluate", "--run", distilled);
        assertThat(commands.out()).contains(NOTE, "(done before)");
    }

    @Test
    void studentsOnRealImagesAreNotTakenFromRunsThatWereMeasuredOnOtherImages() throws IOException {
        commands.succeed("evaluate", "--run", distilled);
        String sibling = folder.resolve("sibling").toString();
        commands.succeed(
                "synthesize",
                "--config",
                folder.resolve("experiment.yaml").toString(),
                "--set",
                "dataset.scoredOn=test",
                "--out",
                sibling);

        commands.succeed("evaluate", "--run", sibling, "--estimate");
        // Three sets and two epochs of two steps: all students.
        assertThat(commands.out()).contains("Steps:  12, ");
    }

    @Test
    void labelsDoNotDependOnTheScoredImages() {
        int code = commands.run("relabel", "--run", distilled, "--set", "dataset.scoredOn=test");

        assertThat(code).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("dataset.scoredOn has no effect on soft labels");
    }

    /** Returns the images that the students on distilled images were measured on, with their number. */
    private List<String> measured() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(distilled, "evaluation"))) {
            return files.filter(file -> file.endsWith("distilled-hard-0.json"))
                    .map(HeldOutEvaluationTest::measured)
                    .toList();
        }
    }

    private static String measured(Path file) {
        try {
            String json = Files.readString(file);
            String confusion = json.replaceFirst(".*\"confusion\":\\[+([^a-z]*)]].*", "$1");
            long images = Stream.of(confusion.split("[\\[\\],]+"))
                    .mapToLong(Long::parseLong)
                    .sum();
            return json.replaceFirst(".*\"scoredOn\":\"(\\w+)\".*", "$1") + " " + images;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
