package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(240)
class StressCommandTest {
    private static final String CONFIG = """
            name: tiny
            seed: 3
            synthesis:
              imagesPerClass: 1
              iterations: 2
              ascentSteps: 1
            evaluation:
              architecture: convnet3
              width: 8
              epochs: 2
              batchSize: 10
              students: 1
              measurements: 1
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private String config;
    private Path out;

    @BeforeEach
    void writeExperiment() throws IOException {
        config = Files.writeString(folder.resolve("experiment.yaml"), CONFIG).toString();
        out = folder.resolve("stress");
    }

    private int stress(String seeds, String... over) {
        return commands.run(Stream.of(
                        Stream.of("stress", "--config", config, "--output", out.toString(), "--seeds", seeds),
                        Stream.of(over).flatMap(sweep -> Stream.of("--over", sweep)))
                .flatMap(arguments -> arguments)
                .toArray(String[]::new));
    }

    @Test
    void everyLevelHasARowOfEachTypeOfLabelsAndIsComputedOnce() throws IOException {
        assertThat(stress("2", "dataset.imbalance=1,10", "dataset.labelNoise=0,0.5")).as(commands.err()).isZero();

        String first = commands.out();
        assertThat(first.lines().filter(line -> line.startsWith("| dataset.")).map(line -> line.replaceAll(
                        " [0-9.–+±< %-]+ \\| .*", "")))
                .hasSize(8);
        assertThat(first)
                .contains(
                        "| option | level | labels | seeds | distilled | random real | all real |",
                        "| dataset.imbalance | 10 | soft | 2 | ",
                        "| dataset.labelNoise | 0.5 | hard | 2 | ");
        assertThat(out.resolve("stress.md")).content().isSubstringOf(first);
        assertThat(Files.readAllLines(out.resolve("stress.csv")))
                .hasSize(9)
                .startsWith("option,level,labels,seeds,distilled,distilled_reach,random_real,random_real_reach,all_real,"
                        + "all_real_reach,difference,difference_reach,p");
        // Both sweeps share the unchanged level.
        assertThat(runs())
                .containsExactly(
                        "imbalance-10-seed-3",
                        "imbalance-10-seed-4",
                        "labelNoise-0.5-seed-3",
                        "labelNoise-0.5-seed-4",
                        "unchanged-seed-3",
                        "unchanged-seed-4");
        assertThat(rowOf(first, "dataset.labelNoise | 0 | soft")).isEqualTo(rowOf(first, "dataset.imbalance | 1 | soft"));

        Path result = student("imbalance-10-seed-4");
        Object written = Files.getLastModifiedTime(result);
        commands.clearOutput();
        assertThat(stress("2", "dataset.imbalance=1,10")).isZero();
        assertThat(rowOf(commands.out(), "dataset.imbalance | 10 | hard"))
                .isEqualTo(rowOf(first, "dataset.imbalance | 10 | hard"));
        assertThat(Files.getLastModifiedTime(result)).isEqualTo(written);
    }

    private List<String> runs() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(Files::isDirectory)
                    .map(run -> run.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Path student(String run) throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve(run))) {
            return files.filter(file -> file.endsWith("distilled-soft-0.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns the numbers of a row. */
    private static String rowOf(String table, String start) {
        return table.lines()
                .filter(line -> line.startsWith("| " + start))
                .findFirst()
                .orElseThrow()
                .substring(2 + start.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dataset.imbalance | --over: 'dataset.imbalance' has no levels; expected is KEY=LEVEL,LEVEL, as dataset.imbalance=1,10,100",
                "dataset.imbalance=1,,2 | --over: 'dataset.imbalance=1,,2' has no levels",
                "dataset.imbalance=1,1 | --over: 'dataset.imbalance=1,1' repeats a level",
                "synthesis.rho=1,2 | --over: synthesis.rho does not degrade the training data; allowed are dataset.imbalance, dataset.labelNoise,",
                "dataset.imbalance=1,2000 | 2000 is outside the allowed range 1 to 1000"
            })
    void sweepsThatAreNotPossibleAreRefusedAtOnce(String over, String message) {
        assertThat(stress("2", over)).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).contains(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void seedsAreOneOrMore() {
        assertThat(stress("0", "dataset.imbalance=1,2")).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).contains("--seeds is 0; allowed are 1 to 100");
    }

    @Test
    void runsOfOtherSettingsAreNotMixedIn() throws IOException {
        assertThat(stress("1", "dataset.imbalance=2")).isZero();
        Files.writeString(folder.resolve("experiment.yaml"), CONFIG.replace("iterations: 2", "iterations: 3"));

        assertThat(stress("1", "dataset.imbalance=2")).isEqualTo(ExitCode.FAILED);

        assertThat(commands.err()).contains("imbalance-2-seed-3", "was begun with other settings");
    }
}
