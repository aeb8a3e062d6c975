package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.cli.FirstVersion.images;
import static org.dwastudio.cli.FirstVersion.largestDifference;
import static org.dwastudio.cli.FirstVersion.rows;
import static org.dwastudio.cli.FirstVersion.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.image.ImageBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of version 0.1.0 that are resumed, replayed, joined and evaluated. Files and results that were finished before
 * are compared exactly; results that are computed here are compared with the differences between processors that
 * version 0.1.0 itself shows ({@code MAKE.md}).
 */
@Timeout(120)
class FirstVersionRunsTest {
    private static final double WEIGHTS = 1e-3;
    /** They are stored in half precision. */
    private static final double LOGITS = 0.05;

    private static final double ACCURACY = 0.05;
    /** A pixel of a long synthesis, in 1/255: Adam turns a last bit into a step. */
    private static final int PIXEL = 40;
    /** A pixel of a synthesis of a few steps, in 1/255. */
    private static final int EARLY_PIXEL = 2;

    private static final int VALUE = 5;
    private static final int STEP = 4;

    @TempDir
    private Path folder;

    @Test
    void aSqueezeResumesToTheSameTeacher() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "squeeze-interrupted", "squeeze-expected");
        Path run = first.resolve("squeeze-interrupted");
        List<String> before = Files.readAllLines(run.resolve("metrics.csv"));

        first.run("squeeze", "--resume", run.toString());

        List<List<String>> expected = rows(first.resolve("squeeze-expected/metrics.csv"));
        List<List<String>> resumed = rows(run.resolve("metrics.csv"));
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).startsWith(before.toArray(String[]::new));
        assertThat(resumed).hasSameSizeAs(expected);
        assertThat(value(resumed.get(resumed.size() - 1))).isCloseTo(1, within(ACCURACY));
        assertThat(largestDifference(
                        first.resolve("squeeze-expected/teacher.safetensors"), run.resolve("teacher.safetensors")))
                .isLessThan(WEIGHTS);
    }

    @Test
    void aSynthesisResumesToTheSameImages() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "synthesis-interrupted", "synthesis-expected");
        Path run = first.resolve("synthesis-interrupted");
        List<String> before = Files.readAllLines(run.resolve("metrics.csv")).stream()
                .skip(1)
                .filter(line -> line.chars().filter(letter -> letter == ',').count() == VALUE)
                .filter(line -> Integer.parseInt(line.split(",", -1)[STEP]) < 360)
                .toList();

        first.run("synthesize", "--resume", run.toString());

        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).containsSubsequence(before);
        assertImages(run, first.resolve("synthesis-expected"), 15, PIXEL);
        Map<String, ImageBatch> finished = images(stored("synthesis-interrupted/images"));
        finished.keySet().removeIf(image -> image.endsWith("03.png"));
        Map<String, ImageBatch> resumed = images(run.resolve("images"));
        assertThat(finished).hasSize(9);
        finished.forEach(
                (image, pixels) -> assertThat(resumed.get(image).bytes()).isEqualTo(pixels.bytes()));
    }

    @Test
    void alternatingColumnsWithStudentsALossScaleAndTuningResumeToTheSameImages() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "synthesis-mid-interrupted", "synthesis-mid-expected");

        first.run(
                "synthesize",
                "--resume",
                first.resolve("synthesis-mid-interrupted").toString());

        assertImages(
                first.resolve("synthesis-mid-interrupted"), first.resolve("synthesis-mid-expected"), 9, EARLY_PIXEL);
    }

    @Test
    void aTunedRunIsReplayed() throws Exception {
        FirstVersion first = FirstVersion.copiedTo(folder, "tuned");
        Path experiment = first.resolve("tuned/experiment.yaml");
        Path replayed = first.resolve("replayed");

        first.run("synthesize", "--config", experiment.toString(), "--out", replayed.toString());

        Experiment recorded = ExperimentReader.read(experiment);
        assertThat(ExperimentReader.read(replayed.resolve("experiment.yaml")))
                .isEqualTo(recorded.withSynthesis(recorded.synthesis().withParallelColumns(OptionalInt.of(1))));
        assertImages(replayed, first.resolve("tuned"), 12, EARLY_PIXEL);
        Path tuned = first.resolve("tuned/metrics.csv");
        Path again = replayed.resolve("metrics.csv");
        assertSameNumbers(again, tuned, row -> !isDiversity(row) || row.get(2).equals("3"), VALUE);
        assertSameNumbers(again, tuned, row -> row.get(1).startsWith("real_"), 2);
    }

    /**
     * Returns true for a row of diversity. Version 0.1 measured the start images of waiting columns too, at other
     * iterations: only the numbers of the last column and those of real images are the same. It did not measure the
     * effective rank.
     */
    private static boolean isDiversity(List<String> row) {
        return row.get(1).endsWith("vendi_score") || row.get(1).endsWith("within_class_cosine");
    }

    /** Compares the values of some rows, and their first fields exactly. */
    private static void assertSameNumbers(Path file, Path expectedFile, Predicate<List<String>> some, int fields)
            throws IOException {
        List<List<String>> rows = rows(file).stream()
                .filter(row -> !row.get(1).endsWith("effective_rank"))
                .filter(some)
                .toList();
        List<List<String>> expected = rows(expectedFile).stream().filter(some).toList();
        assertThat(rows).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).subList(0, fields)).isEqualTo(expected.get(i).subList(0, fields));
            assertThat(value(rows.get(i)))
                    .isCloseTo(value(expected.get(i)), within(0.01 + 0.01 * Math.abs(value(expected.get(i)))));
        }
    }

    @Test
    void partsAreJoinedToTheSameRun() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "parts");
        Path joined = first.resolve("parts/expected-again");
        Path parts = first.resolve("parts");

        first.run(
                "join",
                parts.resolve("first").toString(),
                parts.resolve("second").toString(),
                "--out",
                joined.toString());

        assertImages(joined, parts.resolve("expected"), 9, 0);
        assertThat(joined.resolve("metrics.csv")).hasSameBinaryContentAs(parts.resolve("expected/metrics.csv"));
    }

    @Test
    void softLabelsThatWereStoredStayAndTheOthersFollow() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "relabel-interrupted");
        Path run = first.resolve("relabel-interrupted/run");

        first.run("relabel", "--run", run.toString(), "--set", "evaluation.epochs=40");

        for (int epoch = 0; epoch < 40; epoch++) {
            String name = "soft-labels/129829d0/epoch-%05d.safetensors".formatted(epoch);
            Path expected = stored("relabel-expected/run").resolve(name);
            if (epoch < 20) {
                assertThat(run.resolve(name)).hasSameBinaryContentAs(expected);
            } else {
                assertThat(largestDifference(expected, run.resolve(name))).isLessThan(LOGITS);
            }
        }
    }

    @Test
    void anEvaluationResumesToTheSameAccuracies() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "evaluation-interrupted");
        Path run = first.resolve("evaluation-interrupted/run");

        first.run("evaluate", "--run", run.toString());

        List<List<String>> expected = rows(stored("expected/evaluation-without-seconds.csv"));
        List<List<String>> found = rows(run.resolve("evaluation/convnet3-w8-759dfaee/evaluation.csv"));
        assertThat(withoutSecondsAndBalancedAccuracy(found.get(0))).isEqualTo(expected.get(0));
        assertAccuracies(found, expected, ACCURACY);
    }

    @Test
    void aFinishedRunIsNotMadeAgainAndItsEvaluationGivesTheSameAccuracies() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "run-finished");
        Path run = first.resolve("run-finished");

        String printed = first.run(
                "run",
                "--config",
                stored("make/configs/tiny.yaml").toString(),
                "--set",
                "dataset.source=" + first.resolve("dataset"),
                "--squeeze",
                "--out",
                run.toString());

        assertThat(printed.lines().filter(line -> line.endsWith("(done before)")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Teacher:"),
                        line -> assertThat(line).startsWith("Distilled:"),
                        line -> assertThat(line).startsWith("Soft labels:"));
        Path evaluation = Path.of(printed.lines()
                .filter(line -> line.startsWith("Evaluation:"))
                .map(line -> line.replaceFirst("Evaluation: +", ""))
                .findFirst()
                .orElseThrow());
        assertAccuracies(
                rows(evaluation.resolve("evaluation.csv")),
                rows(stored("expected/run-finished-convnet3-w8-05271444-without-seconds.csv")),
                2 * ACCURACY);
    }

    @Test
    void aFinishedRunIsInspected() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "run-finished");
        Path run = first.resolve("run-finished/distilled");

        List<String> printed = first.run("inspect", run.toString()).lines().toList();

        assertThat(printed.get(0)).startsWith("Images:  ").contains("of 3 classes.");
        assertThat(printed.get(2).trim().split(" {2,}", -1))
                .containsExactly(
                        "images", "cosine", "Vendi score", "effective rank", "density", "coverage", "near-copies");
        assertThat(printed.get(3)).startsWith("All classes");
        assertThat(printed).hasSize(4 + 3);
        // The Vendi score of the table is the one that the run recorded at its end.
        double recorded = rows(run.resolve("metrics.csv")).stream()
                .filter(row -> row.get(1).equals("vendi_score"))
                .reduce((before, last) -> last)
                .map(FirstVersionRunsTest::value)
                .orElseThrow();
        String vendi = printed.get(3).trim().split(" {2,}", -1)[3];
        assertThat(Double.parseDouble(vendi.split(" ", -1)[0])).isCloseTo(recorded, within(0.05));
        // A second inspection finds the cached features and prints the same.
        assertThat(first.run("inspect", run.toString()).lines()).containsExactlyElementsOf(printed);
        assertThat(first.resolve("cache/features")).isDirectoryContaining("glob:**.npy");
    }

    @Test
    void runsAreCompared() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "run-finished", "evaluation-interrupted");

        List<String> printed = first.run(
                        "compare",
                        first.resolve("run-finished/distilled").toString(),
                        first.resolve("evaluation-interrupted/run").toString())
                .lines()
                .toList();

        assertThat(printed)
                .anyMatch(line -> line.matches("  A +tiny +finished +6 .*"))
                .anyMatch(line -> line.matches("  synthesis\\.iterations .*"))
                .anyMatch(line -> line.matches("  random real +6 +2 +43\\.3 ± 0\\.0 %"));
    }

    private static void assertImages(Path run, Path expected, int count, int tolerance) throws IOException {
        Map<String, ImageBatch> found = images(run.resolve("images"));
        Map<String, ImageBatch> wanted = images(expected.resolve("images"));
        assertThat(found.keySet()).isEqualTo(wanted.keySet()).hasSize(count);
        wanted.forEach((image, pixels) -> assertThat(largestDifference(pixels, found.get(image)))
                .as(image)
                .isLessThanOrEqualTo(tolerance));
    }

    private static void assertAccuracies(List<List<String>> found, List<List<String>> expected, double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            assertThat(found.get(row).subList(0, 5)).isEqualTo(expected.get(row).subList(0, 5));
            assertThat(value(found.get(row))).isCloseTo(value(expected.get(row)), within(tolerance));
        }
    }

    private static List<String> withoutSecondsAndBalancedAccuracy(List<String> row) {
        List<String> fields = new ArrayList<>(row);
        fields.remove(10);
        fields.remove(9);
        return fields;
    }

    private static double value(List<String> row) {
        return Double.parseDouble(row.get(VALUE));
    }
}
